package lifecycle;

import io.grpc.Channel;
import java.util.concurrent.CompletableFuture;

/// What a client is made from when it is dispensed.
///
/// @param channel the way to the plugin, with the host's interceptors; the [PluginClient] owns it
/// @param exit completes when the plugin's process ends (go-plugin: the context that it cancels)
/// @param parts what the connector offers besides, such as the broker
public record DispenseContext(Channel channel, CompletableFuture<ExitStatus> exit, Parts parts) {}
