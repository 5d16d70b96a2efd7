/// What host and plugin agree on, in plain Java: no transport in any signature.
@NullMarked
package contract;

import org.jspecify.annotations.NullMarked;
