/// Layer 3: what a plugin does beyond plain calls.
@NullMarked
package extensions;

import org.jspecify.annotations.NullMarked;
