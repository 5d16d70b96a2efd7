package lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Launches a plugin by a runner of the host's own, which may hang: a daemon of containers that
/// does not answer must not block the host.
final class BoundedLaunch {
  private BoundedLaunch() {}

  /// Launches the plugin on a thread of its own. What a runner returns too late is ended.
  ///
  /// @param timeout how long the runner may take
  /// @throws IOException if the runner cannot launch it
  /// @throws PluginStartTimeoutException if the runner does not return in time
  /// @throws PluginStoppedException if this thread is interrupted while it waits
  static LaunchedRunner launch(
      RunnerFactory runner, LaunchPlan plan, Path sockets, Duration timeout) throws IOException {
    CompletableFuture<LaunchedRunner> launched = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("launch-plugin")
        .start(
            () -> {
              try {
                launched.complete(runner.launch(plan, sockets));
              } catch (Throwable e) {
                launched.completeExceptionally(e);
              }
            });
    try {
      return launched.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      endLate(launched);
      throw new PluginStartTimeoutException(
          """
          timeout while waiting for the plugin to start: the runner has not launched it within %s.
            command: %s"""
              .formatted(timeout, String.join(" ", plan.command())));
    } catch (InterruptedException e) {
      endLate(launched);
      Thread.currentThread().interrupt();
      throw new PluginStoppedException("interrupted while the runner launched the plugin");
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static void endLate(CompletableFuture<LaunchedRunner> launched) {
    launched.thenAccept(
        late -> {
          late.killTree();
          late.release();
        });
  }

  /// Returns the runner's own error, or throws it if it is none that a caller must catch.
  private static IOException failure(ExecutionException error) {
    return switch (error.getCause()) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new CompletionException(error);
    };
  }
}
