package lifecycle;

import io.grpc.BindableService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The services that a plugin offers in one version of the application's protocol, by name.
///
/// The names are the plugin's own: they never cross the wire. Immutable.
public final class ServiceSet {
  private final Map<String, ServiceFactory> services;

  private ServiceSet(Map<String, ServiceFactory> services) {
    this.services = services;
  }

  /// A set of one service.
  ///
  /// @param name what it is called in logs
  /// @param service makes the service; called once, and only if this set's version is chosen
  public static ServiceSet of(String name, Supplier<? extends BindableService> service) {
    return new ServiceSet(Map.of()).and(name, service);
  }

  /// This set and one more service.
  public ServiceSet and(String name, Supplier<? extends BindableService> service) {
    return andUsing(name, parts -> service.get());
  }

  /// A set of one service that uses what the connector offers, such as the broker.
  ///
  /// @param name what it is called in logs
  /// @param service makes the service; called once, and only if this set's version is chosen
  public static ServiceSet using(String name, ServiceFactory service) {
    return new ServiceSet(Map.of()).andUsing(name, service);
  }

  /// This set and one more service that uses what the connector offers.
  public ServiceSet andUsing(String name, ServiceFactory service) {
    Map<String, ServiceFactory> more = new LinkedHashMap<>(services);
    more.put(name, service);
    return new ServiceSet(more);
  }

  /// Makes the services. For layers that serve them in a way of their own; [PluginServer] does it
  /// for a plugin.
  ///
  /// @param parts what the connection offers besides
  public List<BindableService> create(Parts parts) {
    List<BindableService> created = new ArrayList<>();
    services.values().forEach(service -> created.add(service.create(parts)));
    return created;
  }
}
