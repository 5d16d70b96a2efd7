package security;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one process brings to TLS, and whom it trusts. Immutable.
///
/// @param own who the process is; empty for a host that does not prove who it is
/// @param trusted the certificates that the other side must have, or that must vouch for it; empty
///   for a plugin that lets in whoever connects
/// @param peerName the name that must stand in the other side's certificate when this one connects
///   (go-plugin: `tls.Config.ServerName`)
public record TlsConfig(Optional<TlsIdentity> own, List<X509Certificate> trusted, String peerName) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if it neither has nor trusts a certificate
  public TlsConfig {
    trusted = List.copyOf(trusted);
    if (own.isEmpty() && trusted.isEmpty()) {
      throw new IllegalArgumentException("neither a certificate nor one to trust: that is no TLS");
    }
  }

  /// A process that proves who it is and, so far, trusts no one. It expects the name `localhost`.
  public static TlsConfig of(TlsIdentity own) {
    return new TlsConfig(Optional.of(own), List.of(), ThrowawayCertificate.HOST_NAME);
  }

  /// A host that does not prove who it is, and trusts these. It expects the name `localhost`.
  public static TlsConfig anonymous(List<X509Certificate> trusted) {
    return new TlsConfig(Optional.empty(), trusted, ThrowawayCertificate.HOST_NAME);
  }

  /// A host that does not prove who it is, and trusts the certificates in this PEM file.
  ///
  /// @throws basics.PluginTransportException if the file cannot be read or holds something else
  public static TlsConfig anonymous(Path trusted) {
    return anonymous(PemFile.certificates(trusted));
  }

  /// This configuration, which trusts these certificates besides.
  public TlsConfig trusting(List<X509Certificate> more) {
    List<X509Certificate> all = new ArrayList<>(trusted);
    all.addAll(more);
    return new TlsConfig(own, all, peerName);
  }

  /// This configuration, which trusts the certificates in this PEM file besides.
  ///
  /// @throws basics.PluginTransportException if the file cannot be read or holds something else
  public TlsConfig trusting(Path file) {
    return trusting(PemFile.certificates(file));
  }

  /// This configuration with another name to expect.
  public TlsConfig expecting(String name) {
    return new TlsConfig(own, trusted, name);
  }
}
