package extensions;

import basics.PluginException;

/// A host wants one connection for everything, and the plugin does not offer it (go-plugin:
/// `ErrGRPCBrokerMuxNotSupported`, handshake field 7).
public final class MultiplexingNotSupportedException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param field what the plugin has printed in field 7; empty for nothing
  MultiplexingNotSupportedException(String field) {
    super(
        """
        the plugin does not support broker multiplexing: field 7 of its handshake line is %s.
        Let the host do without (BrokerConnector.direct()), or give the plugin a connector that can:
        ServeConfig.withConnector(BrokerConnector.forPlugin()), or go-plugin 1.6.0 or newer."""
            .formatted(field.isEmpty() ? "absent" : "\"" + field + "\""));
  }
}
