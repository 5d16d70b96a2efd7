package lifecycle;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.TransportSecurity;
import java.util.Map;

/// How a host proves to its plugins who it is, and learns who they are. Layer 4's `security`
/// implements it (go-plugin: `ClientConfig.AutoMTLS` and `TLSConfig`).
public interface HostSecurity {
  /// No proof and no protection. A plugin that sends a certificate all the same is refused.
  HostSecurity NONE = new Unprotected();

  /// Begins the start of one plugin. What it makes, such as a key, serves that plugin only.
  Launch begin();

  /// How to protect the connections with a plugin that runs already and whose handshake line some
  /// other host has read.
  ///
  /// @throws basics.PluginException if that cannot be known, as under AutoMTLS (go-plugin: no
  ///   reattach with AutoMTLS)
  TransportSecurity reattach();

  /// One plugin's start, as security sees it.
  interface Launch {
    /// Variables for the plugin's environment; may be empty.
    Map<String, String> environment();

    /// How to protect the connections with the plugin that has printed this line.
    ///
    /// @throws HandshakeException if the line's certificate (field 6) is bad, or not expected
    TransportSecurity agree(HandshakeLine line);
  }

  /// A host without security.
  record Unprotected() implements HostSecurity {
    @Override
    public Launch begin() {
      return new Plain();
    }

    @Override
    public TransportSecurity reattach() {
      return TransportSecurity.NONE;
    }
  }

  /// A start without security.
  record Plain() implements Launch {
    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public TransportSecurity agree(HandshakeLine line) {
      if (!line.certificate().isEmpty()) {
        throw HandshakeException.inField(
            6,
            "certificate",
            line.certificate(),
            "none: this host has not asked for TLS (AutoMTLS is ClientConfig.security)");
      }
      return TransportSecurity.NONE;
    }
  }
}
