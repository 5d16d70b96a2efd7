package security;

import basics.PluginTransportException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
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
  /// @throws basics.PluginTransportException if a file cannot be read or holds something else, or
  ///   the key is another certificate's
  public static TlsIdentity ofPem(Path certificates, Path key) {
    List<X509Certificate> chain = PemFile.certificates(certificates);
    PublicKey publicKey = chain.getFirst().getPublicKey();
    PrivateKey privateKey = PemFile.privateKey(key, publicKey.getAlgorithm());
    if (!belongTogether(privateKey, publicKey)) {
      throw new PluginTransportException(
          "%s: the key does not belong to the first certificate in %s"
              .formatted(key, certificates));
    }
    return new TlsIdentity(privateKey, chain);
  }

  /// Writes the identity into two files, which [#ofPem] reads. Only their owner can read the key's.
  /// Files of these names are replaced, each in one step.
  ///
  /// @param certificates gets the own certificate, then those that vouch for it
  /// @param key gets the private key, not encrypted
  /// @throws basics.PluginTransportException if a file cannot be written
  public void writePem(Path certificates, Path key) {
    PemFile.write(chain, certificates);
    PemFile.write(this.key, key);
  }

  /// Found out by use: what the one signs, the other must verify.
  private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance(signatureOf(publicKey.getAlgorithm()));
      signature.initSign(privateKey);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signatureOf(String keyAlgorithm) {
    return switch (keyAlgorithm) {
      case "EC" -> "SHA512withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> keyAlgorithm;
    };
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
