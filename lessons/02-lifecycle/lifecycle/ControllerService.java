package lifecycle;

import course.goplugin.Empty;
import course.goplugin.GRPCControllerGrpc;
import io.grpc.stub.StreamObserver;

/// Lets the host end the plugin (go-plugin: `GRPCController`).
final class ControllerService extends GRPCControllerGrpc.GRPCControllerImplBase {
  private final Runnable shutdown;

  /// @param shutdown begins the plugin's end and returns at once
  ControllerService(Runnable shutdown) {
    this.shutdown = shutdown;
  }

  @Override
  public void shutdown(Empty request, StreamObserver<Empty> answer) {
    answer.onNext(Empty.getDefaultInstance());
    answer.onCompleted();
    shutdown.run();
  }
}
