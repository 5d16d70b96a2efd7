package lifecycle;

import basics.ListeningServer;
import basics.PluginListener;
import basics.TransportSecurity;
import io.grpc.BindableService;
import io.grpc.netty.NettyServerBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// How a plugin lets its host in, and what it offers over that connection. The broker of layer 3 is
/// such a connector.
@FunctionalInterface
public interface PluginConnector {
  /// One plain listener and nothing else.
  PluginConnector DIRECT = plan -> new DirectDoor(plan);

  /// Prepares the door; it does not listen yet.
  ///
  /// @return the door; the caller closes it
  /// @throws basics.PluginException if the host asks for what cannot be
  Door prepare(Plan plan);

  /// What a door is made from.
  ///
  /// @param environment the plugin's environment
  /// @param listener opens the main socket
  /// @param security protects all connections with the host
  record Plan(
      Map<String, String> environment, PluginListener listener, TransportSecurity security) {}

  /// A plugin's door.
  interface Door extends AutoCloseable {
    /// The connector's own services, to be served beside the plugin's.
    List<BindableService> services();

    /// What the connector offers to the plugin's services; the same for the door's whole life.
    Parts parts();

    /// Field 7 of the handshake line; empty for none.
    String multiplexing();

    /// Listens and serves.
    ///
    /// @param services adds services and settings
    /// @return the running server; the caller closes it before the door
    /// @throws basics.PluginTransportException if the socket cannot be bound
    ListeningServer listen(Consumer<NettyServerBuilder> services);

    /// Ends what else was opened for the host. Takes at most a few seconds. Calling it again does
    /// nothing.
    @Override
    void close();
  }

  /// The door of this layer.
  record DirectDoor(Plan plan) implements Door {
    @Override
    public List<BindableService> services() {
      return List.of();
    }

    @Override
    public Parts parts() {
      return Parts.NONE;
    }

    @Override
    public String multiplexing() {
      return "";
    }

    @Override
    public ListeningServer listen(Consumer<NettyServerBuilder> services) {
      return plan.listener()
          .listen(
              builder -> {
                plan.security().secureListener(builder);
                services.accept(builder);
              });
    }

    @Override
    public void close() {
      // The server is all there is.
    }
  }
}
