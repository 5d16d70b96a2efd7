package plugin.__package__;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;
import plugin.__package__.v1.GreetRequest;
import plugin.__package__.v1.__Type__ServiceGrpc;

/// The host's side of the contract: asks another process. No gRPC type shows. Safe for use by many
/// threads.
public final class __Type__Client implements __Type__Contract {
  private static final long TIMEOUT_SECONDS = 10;

  private final __Type__ServiceGrpc.__Type__ServiceBlockingStub stub;

  /// @param channel the way to the plugin; the caller keeps and closes it
  public __Type__Client(Channel channel) {
    this.stub = __Type__ServiceGrpc.newBlockingStub(channel);
  }

  @Override
  public String greet(String name) {
    GreetRequest request = GreetRequest.newBuilder().setName(name).build();
    try {
      return stub.withDeadlineAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS).greet(request).getGreeting();
    } catch (StatusRuntimeException e) {
      throw error(e);
    }
  }

  private static RuntimeException error(StatusRuntimeException failure) {
    Status status = failure.getStatus();
    if (status.getCode() == Status.Code.INVALID_ARGUMENT) {
      return new IllegalArgumentException(status.getDescription(), failure);
    }
    return new __Type__UnavailableException("__name__ did not greet: " + status, failure);
  }
}
