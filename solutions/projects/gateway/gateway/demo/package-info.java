/// What the demo needs besides: a server behind the gateway, tokens, visitors.
@NullMarked
package gateway.demo;

import org.jspecify.annotations.NullMarked;
