package security;

import basics.ListeningServer;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.PluginListener;
import basics.TransportSecurity;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import java.util.concurrent.TimeUnit;

/// A server and a call over real sockets, each with a security of its own.
final class Probe {
  private Probe() {}

  /// A server that is well.
  static ListeningServer listen(PluginListener listener, TransportSecurity security) {
    return listener.listen(
        builder -> {
          security.secureListener(builder);
          builder.addService(new HealthStatusManager().getHealthService());
        });
  }

  /// Asks the process at that address how it is: `SERVING`, or all messages of the error and its
  /// causes.
  static String ask(PluginAddress address, TransportSecurity security) {
    try (PluginConnection connection = PluginConnection.open(address, security::secureDialer)) {
      ServingStatus status =
          HealthGrpc.newBlockingStub(connection.channel())
              .withDeadlineAfter(30, TimeUnit.SECONDS)
              .check(HealthCheckRequest.getDefaultInstance())
              .getStatus();
      return status.name();
    } catch (StatusRuntimeException e) {
      return story(e);
    }
  }

  /// All messages from an error down to its first cause.
  static String story(Throwable error) {
    StringBuilder story = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      story.append(cause).append('\n');
    }
    return story.toString();
  }
}
