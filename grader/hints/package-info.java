/// Hints for the exercises, a level at a time.
@NullMarked
package hints;

import org.jspecify.annotations.NullMarked;
