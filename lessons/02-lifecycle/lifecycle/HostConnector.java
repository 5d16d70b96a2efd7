package lifecycle;

import basics.HandshakeLine;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.PluginListener;
import basics.TransportSecurity;
import io.grpc.Channel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.Map;
import java.util.function.Consumer;

/// How a host connects to its plugins, and what it offers them over that connection. The broker of
/// layer 3 is such a connector.
public interface HostConnector {
  /// By which a host asks its plugin to carry all over one connection. Layer 3 does so; a host that
  /// is a plugin itself does not pass it on.
  String MULTIPLEXING_VARIABLE = "PLUGIN_MULTIPLEX_GRPC";

  /// One plain connection and nothing else.
  HostConnector DIRECT = new DirectConnector();

  /// Variables by which the plugin learns what the host can do; may be empty.
  Map<String, String> environment();

  /// Makes sure that the host can connect to a plugin that has printed this line.
  ///
  /// @throws basics.PluginException if it cannot
  void requireFit(HandshakeLine line);

  /// Connects to a plugin.
  ///
  /// @return the link; the caller closes it
  /// @throws basics.PluginTransportException if the address is none
  Link connect(Target target);

  /// What there is to connect to.
  ///
  /// @param address where the plugin listens, as this host sees it
  /// @param security protects all connections with the plugin
  /// @param settings the host's own settings of a connection: limits, interceptors
  /// @param addresses how addresses read on the other side
  /// @param listener opens sockets, where the plugin can reach them, for what the host serves to it
  /// @param trace takes what the connector has to tell, such as a broker's messages
  record Target(
      PluginAddress address,
      TransportSecurity security,
      Consumer<NettyChannelBuilder> settings,
      AddressTranslation addresses,
      PluginListener listener,
      Trace trace) {}

  /// A host's link to one plugin.
  interface Link extends AutoCloseable {
    /// The way to the plugin's services.
    Channel channel();

    /// What the connector offers besides; the same for the link's whole life.
    Parts parts();

    /// Ends what the host serves to the plugin over the link, so that the plugin can be asked to
    /// end. The channel still works. Returns at once.
    void quiesce();

    /// Breaks off all calls and frees all threads. Takes at most a few seconds. Calling it again
    /// does nothing.
    @Override
    void close();
  }

  /// The connector of this layer.
  record DirectConnector() implements HostConnector {
    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void requireFit(HandshakeLine line) {
      // Every plugin can be connected to.
    }

    @Override
    public Link connect(Target target) {
      PluginConnection connection =
          PluginConnection.open(
              target.address(),
              builder -> {
                target.security().secureDialer(builder);
                target.settings().accept(builder);
              });
      return new DirectLink(connection);
    }
  }

  /// A link that is one connection.
  record DirectLink(PluginConnection connection) implements Link {
    @Override
    public Channel channel() {
      return connection.channel();
    }

    @Override
    public Parts parts() {
      return Parts.NONE;
    }

    @Override
    public void quiesce() {
      // Nothing is served.
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
