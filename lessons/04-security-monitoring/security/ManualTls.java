package security;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.PluginTransportException;
import basics.TransportSecurity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import lifecycle.HostSecurity;
import lifecycle.PluginSecurity;

/// TLS with certificates that someone else has made (go-plugin: `ClientConfig.TLSConfig` and
/// `ServeConfig.TLSProvider`).
///
/// Nothing of it crosses the wire: no variable asks for it, and field 6 of the handshake line stays
/// empty. Both sides must be set up for it. Where both have an own certificate and trust the
/// other's, authentication is mutual, and the broker's connections work in both directions. A host
/// without a certificate can only connect.
public final class ManualTls {
  private ManualTls() {}

  /// A host's side. Works for plugins that run already, too (reattach).
  ///
  /// @throws IllegalArgumentException if it trusts no certificate: it could not tell its plugin
  ///   from any other process
  public static HostSecurity host(TlsConfig config) {
    if (config.trusted().isEmpty()) {
      throw new IllegalArgumentException(
          "a host must trust its plugin's certificate: add TlsConfig.trusting");
    }
    return new Host(config);
  }

  /// A plugin's side. It refuses to start under a host that asks for AutoMTLS.
  ///
  /// @throws IllegalArgumentException if it has no certificate of its own
  public static PluginSecurity plugin(TlsConfig config) {
    if (config.own().isEmpty()) {
      throw new IllegalArgumentException(
          "a plugin must have a certificate of its own: begin with TlsConfig.of");
    }
    // Not set up before the plugin serves: until then its log, which Netty writes to, has no place
    // but stdout, where the handshake line goes.
    return environment -> offer(environment, config);
  }

  private static PluginSecurity.Offer offer(Map<String, String> environment, TlsConfig config) {
    if (!environment.getOrDefault(PluginSecurity.CLIENT_CERTIFICATE, "").isEmpty()) {
      throw new PluginTransportException(
          """
          the host asks for AutoMTLS (%s), and this plugin has TLS with certificates of its own.
          Let the host use ManualTls and trust them, or give the plugin AutoMtls.plugin()."""
              .formatted(PluginSecurity.CLIENT_CERTIFICATE));
    }
    return new PluginSecurity.Offer(transport(config), "");
  }

  private static TransportSecurity transport(TlsConfig config) {
    return TlsTransport.of(config.own(), trust(config.trusted()), config.peerName());
  }

  /// Judges by the usual rules: a chain to a trusted certificate, times, names, purposes. Of a
  /// certificate that is trusted itself the purposes do not count.
  private static Optional<TrustManager> trust(List<X509Certificate> trusted) {
    if (trusted.isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < trusted.size(); i++) {
        store.setCertificateEntry("trusted-" + i, trusted.get(i));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return Optional.of(new TimelyPeer((X509ExtendedTrustManager) factory.getTrustManagers()[0]));
    } catch (GeneralSecurityException | IOException e) {
      throw new PluginTransportException(
          "TLS: the trusted certificates cannot be used: " + e.getMessage(), e);
    }
  }

  private record Host(TlsConfig config) implements HostSecurity, HostSecurity.Launch {
    @Override
    public Launch begin() {
      return this;
    }

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
            "none: this host has its own certificates to trust (ManualTls), not AutoMTLS");
      }
      return transport(config);
    }

    @Override
    public TransportSecurity reattach() {
      return transport(config);
    }
  }
}
