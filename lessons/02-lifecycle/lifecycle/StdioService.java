package lifecycle;

import com.google.protobuf.Empty;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Sends the plugin's standard streams to its host (go-plugin: `GRPCStdio`).
final class StdioService extends GRPCStdioGrpc.GRPCStdioImplBase {
  private final StdioBuffer buffer;

  StdioService(StdioBuffer buffer) {
    this.buffer = buffer;
  }

  /// Sends until the plugin ends or the host goes away. Runs on the call's own virtual thread.
  @Override
  public void streamStdio(Empty request, StreamObserver<StdioData> host) {
    ServerCallStreamObserver<StdioData> call = (ServerCallStreamObserver<StdioData>) host;
    Semaphore wakeUp = new Semaphore(0);
    Thread sender = Thread.ofVirtual().name("stdio").unstarted(() -> send(call, wakeUp));
    call.setOnReadyHandler(wakeUp::release);
    call.setOnCancelHandler(
        () -> {
          sender.interrupt();
          buffer.removeReader();
        });
    // Closed, not completed: the last bytes are on the wire then.
    call.setOnCloseHandler(buffer::removeReader);
    buffer.addReader();
    sender.start();
  }

  private void send(ServerCallStreamObserver<StdioData> host, Semaphore wakeUp) {
    try {
      for (Optional<StdioData> piece = buffer.take(); piece.isPresent(); piece = buffer.take()) {
        while (!host.isReady()) {
          wakeUp.acquire();
        }
        host.onNext(piece.get());
      }
      host.onCompleted();
    } catch (InterruptedException e) {
      // The host has cancelled the call: there is no one left to tell.
      Thread.currentThread().interrupt();
    }
  }
}
