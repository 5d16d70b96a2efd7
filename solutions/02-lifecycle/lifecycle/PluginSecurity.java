package lifecycle;

import basics.PluginTransportException;
import basics.TransportSecurity;
import java.util.Map;

/// How a plugin proves to its host who it is, and learns who the host is. Layer 4's `security`
/// implements it (go-plugin: AutoMTLS and `ServeConfig.TLSProvider`).
@FunctionalInterface
public interface PluginSecurity {
  /// The variable in which a host that asks for AutoMTLS gives its certificate, in PEM.
  String CLIENT_CERTIFICATE = "PLUGIN_CLIENT_CERT";

  /// No proof and no protection. A host that asks for AutoMTLS is refused: it would not accept
  /// plaintext, and would find out late.
  PluginSecurity NONE =
      environment -> {
        if (!environment.getOrDefault(CLIENT_CERTIFICATE, "").isEmpty()) {
          throw new PluginTransportException(
              """
              the host asks for AutoMTLS (%s), and this plugin has no transport security.
              Give it one in ServeConfig.security, or let the host do without."""
                  .formatted(CLIENT_CERTIFICATE));
        }
        return new Offer(TransportSecurity.NONE, "");
      };

  /// Prepares this process's side, once, before it listens.
  ///
  /// @param environment the process's environment
  /// @throws basics.PluginException if the host's side cannot be used
  Offer prepare(Map<String, String> environment);

  /// What a plugin has prepared.
  ///
  /// @param transport protects its connections
  /// @param certificate its certificate for the handshake line, DER in base64 without padding;
  ///   empty for none (go-plugin: handshake field 6)
  record Offer(TransportSecurity transport, String certificate) {}
}
