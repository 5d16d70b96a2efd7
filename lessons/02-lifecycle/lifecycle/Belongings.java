package lifecycle;

import basics.PluginListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a host has of a plugin besides process and connection. A host that launched it has more
/// than one that took it over.
interface Belongings {
  /// How long a process that has ended may keep its streams open: a descendant that lives on may
  /// hold them.
  Duration STREAMS_WAIT = Duration.ofMillis(500);

  /// Completes when both output streams are read to their ends. Never completes exceptionally.
  CompletableFuture<Void> streamsEnd();

  /// The last lines of the process's stderr, oldest first.
  List<String> lastLines();

  /// Opens sockets for what the host serves to the plugin.
  PluginListener listener();

  /// Removes the private directory of sockets, if there is one. Only after the plugin's end.
  void removeSockets();

  /// Waits until both streams are read to their ends, but not long.
  default void awaitStreams() {
    try {
      streamsEnd().get(STREAMS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException ignored) {
      // Someone else holds a stream: what it writes from now on is no longer the plugin's.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What a host has of a plugin that someone else launched.
  ///
  /// @param listener opens sockets for what the host serves to the plugin
  record OfAttached(PluginListener listener) implements Belongings {
    @Override
    public CompletableFuture<Void> streamsEnd() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<String> lastLines() {
      return List.of();
    }

    @Override
    public void removeSockets() {
      // They are another host's.
    }
  }
}
