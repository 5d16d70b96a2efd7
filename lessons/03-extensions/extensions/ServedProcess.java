package extensions;

import io.grpc.Channel;
import java.util.concurrent.CompletableFuture;
import lifecycle.ExitStatus;
import lifecycle.PluginClient;
import lifecycle.PluginStatus;

/// One process of a plugin, started and well when it was made, with the way to it.
///
/// @param key its name at the [lifecycle.PluginManager], since a swap has two of one plugin
/// @param manifest what it was started from
/// @param client the handle on the process
/// @param route the way to it, with its calls in flight
record ServedProcess(String key, PluginManifest manifest, PluginClient client, CallRoute route) {
  static ServedProcess of(String key, PluginManifest manifest, PluginClient client) {
    Channel channel = client.channel();
    return new ServedProcess(key, manifest, client, new CallRoute(channel));
  }

  CompletableFuture<ExitStatus> exit() {
    return client.exit();
  }

  String id() {
    return client.id().orElse("");
  }

  PluginStatus status() {
    return client.status();
  }
}
