/// Host and plugin of the interop runs, in Java: what the programs in Go do, on this framework.
@NullMarked
package probe;

import org.jspecify.annotations.NullMarked;
