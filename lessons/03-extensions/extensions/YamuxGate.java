package extensions;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What must happen before a stream is opened: in go-plugin's multiplexing, a knock and its answer.
///
/// gRPC opens streams when it connects and connects again after a failure; each time it passes
/// here.
@FunctionalInterface
public interface YamuxGate {
  /// Always open.
  YamuxGate OPEN = () -> CompletableFuture.completedFuture(() -> {});

  /// Asks for one stream. Called on an event loop, so it must not block.
  ///
  /// @return completes when the stream may be opened, with what to run once its opening is on the
  ///   wire or has failed (go-plugin: dials one at a time); completes with an error if the stream
  ///   may not be opened, and the connect fails with it
  CompletionStage<? extends Runnable> enter();
}
