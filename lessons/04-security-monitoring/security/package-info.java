/// Layer 4: who may talk to whom, and what they may do.
@NullMarked
package security;

import org.jspecify.annotations.NullMarked;
