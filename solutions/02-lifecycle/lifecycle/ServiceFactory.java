package lifecycle;

import io.grpc.BindableService;

/// Makes one of a plugin's services.
@FunctionalInterface
public interface ServiceFactory {
  /// A service, with what the connector offers, such as the broker.
  BindableService create(Parts parts);
}
