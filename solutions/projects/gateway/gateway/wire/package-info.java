/// The contract over gRPC: for each interface a client for the host, and a service for the plugin.
@NullMarked
package gateway.wire;

import org.jspecify.annotations.NullMarked;
