package lifecycle;

import basics.PluginException;
import java.util.Set;

/// The plugin speaks a protocol that the host does not accept (handshake field 5).
public final class UnsupportedProtocolException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param found the plugin's protocol
  /// @param allowed what the host accepts
  public UnsupportedProtocolException(String found, Set<String> allowed) {
    super(
        """
        unsupported plugin protocol "%s", this host accepts %s.
        %s"""
            .formatted(found, allowed, advice(found)));
  }

  private static String advice(String found) {
    return found.equals("netrpc")
        ? "This framework speaks gRPC only: give the plugin a gRPC server (go-plugin: GRPCServer)."
        : "Allow it in ClientConfig.allowedProtocols if the host can use it.";
  }
}
