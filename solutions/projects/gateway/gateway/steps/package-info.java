/// The plugins' side: what each step does. Knows nothing of HTTP, gRPC or the host.
@NullMarked
package gateway.steps;

import org.jspecify.annotations.NullMarked;
