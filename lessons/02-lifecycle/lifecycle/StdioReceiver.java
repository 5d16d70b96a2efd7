package lifecycle;

import com.google.protobuf.Empty;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Takes what a plugin writes to its stdout and stderr while it serves (go-plugin: `GRPCStdio`).
///
/// A plugin without that service is no error. The stream ends when the plugin does.
final class StdioReceiver implements StreamObserver<StdioData> {
  private static final long DRAIN_MILLIS = 500;

  private final OutputStream stdout;
  private final OutputStream stderr;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /// Begins to receive at once: a plugin may wait until someone reads.
  StdioReceiver(Channel channel, OutputStream stdout, OutputStream stderr) {
    this.stdout = stdout;
    this.stderr = stderr;
    GRPCStdioGrpc.newStub(channel).streamStdio(Empty.getDefaultInstance(), this);
  }

  @Override
  public void onNext(StdioData data) {
    try {
      switch (data.getChannel()) {
        case STDOUT -> data.getData().writeTo(stdout);
        case STDERR -> data.getData().writeTo(stderr);
        case INVALID, UNRECOGNIZED -> {
          // A newer plugin may know more channels: what we cannot place we drop, as go-plugin does.
        }
      }
    } catch (IOException | RuntimeException ignored) {
      // The host's own writer is broken; the plugin must not feel it.
    }
  }

  @Override
  public void onError(Throwable reason) {
    end.complete(null);
  }

  @Override
  public void onCompleted() {
    end.complete(null);
  }

  /// Waits a moment for the last bytes of a plugin that ends.
  void awaitEnd() {
    try {
      end.get(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException ignored) {
      // What has not come by now is lost with the process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
