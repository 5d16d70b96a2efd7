/// Runs each host with each plugin, in every way in which the two can be connected.
@NullMarked
package matrix;

import org.jspecify.annotations.NullMarked;
