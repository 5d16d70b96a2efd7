/// What the fault lab and the conformance kit both stand on: programs of this class path as
/// processes of their own, throw-away certificates. Nothing of the framework that they judge.
@NullMarked
package raw;

import org.jspecify.annotations.NullMarked;
