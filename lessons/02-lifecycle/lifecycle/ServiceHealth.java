package lifecycle;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;

/// By which a plugin tells how each of its services is (gRPC health, `grpc.health.v1`), such as one
/// whose database is gone while the others work. A part of [ServiceSet#using].
///
/// A service that nobody told of is unknown. The service `plugin`, which stands for the plugin as a
/// whole, is well from the beginning (go-plugin: `GRPCServiceName`).
@FunctionalInterface
public interface ServiceHealth {
  /// Tells it to all who ask or watch from now on.
  ///
  /// @param service the full name, such as `course.calculator.v1.Calculator`
  /// @param serving false if its calls are of no use now
  void tell(String service, boolean serving);

  /// As that manager tells it.
  static ServiceHealth of(HealthStatusManager health) {
    return (service, serving) ->
        health.setStatus(service, serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
  }
}
