/// What of the protocol is proved, and where: reads it from the tests, writes it as a table.
@NullMarked
package coverage;

import org.jspecify.annotations.NullMarked;
