package extensions;

import basics.PluginAddress;
import basics.PluginListener;
import basics.TcpListener;
import basics.TransportSecurity;
import java.util.function.UnaryOperator;
import lifecycle.HostConnector;
import lifecycle.PluginConnector;

/// How one side opens and reaches sockets.
///
/// @param listener opens them
/// @param security protects all connections, in both directions
/// @param announced how an address of this side reads on the other
/// @param dialled how an address of the other side reads on this one
record BrokerSide(
    PluginListener listener,
    TransportSecurity security,
    UnaryOperator<PluginAddress> announced,
    UnaryOperator<PluginAddress> dialled) {
  /// A host's side: sockets of the kind that the plugin listens on.
  static BrokerSide ofHost(HostConnector.Target target) {
    PluginListener listener =
        switch (target.address().network()) {
          case UNIX -> target.listener();
          case TCP -> new TcpListener(0, 0);
        };
    return new BrokerSide(
        listener,
        target.security(),
        target.addresses()::hostToPlugin,
        target.addresses()::pluginToHost);
  }

  /// A plugin's side: sockets of the kind that it listens on. Only hosts translate addresses.
  static BrokerSide ofPlugin(PluginConnector.Plan plan) {
    return new BrokerSide(
        plan.listener(), plan.security(), UnaryOperator.identity(), UnaryOperator.identity());
  }
}
