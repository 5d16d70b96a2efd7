/// `replay`: makes the calls of a recorded trace again, against another plugin.
@NullMarked
package replay;

import org.jspecify.annotations.NullMarked;
