package security;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// Who a process is, in TLS: its private key, and the certificates that say whose key it is.
///
/// @param key the private key; it never leaves the process
/// @param chain the key's own certificate first, then those that vouch for it; at least one
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no certificate
  public TlsIdentity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("no certificate: an identity has at least its own");
    }
  }

  /// Reads an identity from two files.
  ///
  /// @param certificates PEM: the own certificate first, then those that vouch for it
  /// @param key PEM: a `PRIVATE KEY` (PKCS #8, not encrypted) that belongs to the first certificate
  /// @throws basics.PluginTransportException if a file cannot be read or holds something else
  public static TlsIdentity ofPem(Path certificates, Path key) {
    List<X509Certificate> chain = PemFile.certificates(certificates);
    String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
    return new TlsIdentity(PemFile.privateKey(key, algorithm), chain);
  }

  /// The key's own certificate.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// Names the certificate and keeps the key to itself.
  @Override
  public String toString() {
    return "TlsIdentity[" + PeerCertificate.describe(certificate()) + "]";
  }
}
