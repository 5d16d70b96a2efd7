package security;

import basics.PluginTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Keys and certificates in PEM files.
final class PemFile {
  private PemFile() {}

  /// The certificates in a file, at least one, in their order.
  ///
  /// @throws PluginTransportException if it cannot be read, or holds none or a bad one
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (byte[] der : blocks(PemText.CERTIFICATE, file)) {
        certificates.add(PeerCertificate.parse(der));
      }
      return certificates;
    } catch (CertificateException e) {
      throw new PluginTransportException(
          "%s: certificate %d of the file: %s"
              .formatted(file, certificates.size() + 1, e.getMessage()),
          e);
    }
  }

  /// The private key in a file.
  ///
  /// @param algorithm that of the certificate, such as `EC`
  /// @throws PluginTransportException if it cannot be read, or holds no such key
  static PrivateKey privateKey(Path file, String algorithm) {
    byte[] encoded = blocks(PemText.PRIVATE_KEY, file).getFirst();
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      // The key's bytes may stand in the cause's message: it is named, not quoted.
      throw new PluginTransportException(
          "%s: holds no %s key, as the certificate has one (%s)"
              .formatted(file, algorithm, e.getClass().getSimpleName()));
    }
  }

  /// Writes certificates in their order.
  ///
  /// @throws PluginTransportException if the file cannot be written
  static void write(List<X509Certificate> certificates, Path file) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate certificate : certificates) {
        text.append(PemText.write(PemText.CERTIFICATE, certificate.getEncoded()));
      }
    } catch (CertificateException e) {
      throw new PluginTransportException("%s: %s".formatted(file, e.getMessage()), e);
    }
    replace(file, text.toString());
  }

  /// Writes a private key for its owner's eyes only.
  ///
  /// @throws PluginTransportException if the file cannot be written
  static void write(PrivateKey key, Path file) {
    replace(file, PemText.write(PemText.PRIVATE_KEY, key.getEncoded()));
  }

  /// A temporary file is its owner's alone from its first moment on.
  private static void replace(Path file, String text) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    try {
      Path fresh = Files.createTempFile(folder, "pem-", ".tmp");
      try {
        Files.writeString(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new PluginTransportException("%s: cannot be written: %s".formatted(file, e), e);
    }
  }

  private static List<byte[]> blocks(String kind, Path file) {
    List<byte[]> blocks;
    try {
      blocks = PemText.read(kind, Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new PluginTransportException("%s: cannot be read as PEM: %s".formatted(file, e), e);
    }
    if (blocks.isEmpty()) {
      throw new PluginTransportException(
          "%s: has no block -----BEGIN %s-----; it must be PEM, and a key not encrypted"
              .formatted(file, kind));
    }
    return blocks;
  }
}
