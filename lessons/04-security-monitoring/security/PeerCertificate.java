package security;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/// Reads the certificate that another process has sent, and says in words what is wrong with it.
final class PeerCertificate {
  private static final int SEQUENCE = 0x30;
  private static final int LONG_LENGTH = 0x80;

  /// Bytes of a length, at most: 16 MiB are no certificate.
  private static final int LENGTH_BYTES = 3;

  private static final int FINGERPRINT_CHARACTERS = 16;

  private PeerCertificate() {}

  /// The certificate in these bytes, which hold nothing else.
  ///
  /// @param der one X.509 certificate, DER
  /// @throws CertificateException if it is cut off, is followed by something, or is no certificate;
  ///   the message says which
  static X509Certificate parse(byte[] der) throws CertificateException {
    int declared =
        declaredLength(der)
            .orElseThrow(() -> new CertificateException("the bytes are no X.509 certificate"));
    if (declared > der.length) {
      throw new CertificateException(
          "it is cut off: it is %d bytes long by itself, and %d are here"
              .formatted(declared, der.length));
    }
    if (declared < der.length) {
      throw new CertificateException(
          "it is %d bytes long, and %d more follow it".formatted(declared, der.length - declared));
    }
    X509Certificate certificate = read(der);
    if (!Arrays.equals(certificate.getEncoded(), der)) {
      throw new CertificateException("it is not encoded in the one way that DER allows");
    }
    return certificate;
  }

  /// The length of the whole structure by its own first bytes; empty if they begin no certificate.
  private static OptionalInt declaredLength(byte[] der) {
    if (der.length < 2 || der[0] != SEQUENCE) {
      return OptionalInt.empty();
    }
    int first = Byte.toUnsignedInt(der[1]);
    if (first < LONG_LENGTH) {
      return OptionalInt.of(2 + first);
    }
    int count = first - LONG_LENGTH;
    if (count == 0 || count > LENGTH_BYTES || der.length < 2 + count) {
      return OptionalInt.empty();
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | Byte.toUnsignedInt(der[2 + i]);
    }
    return OptionalInt.of(2 + count + length);
  }

  private static X509Certificate read(byte[] der) throws CertificateException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | RuntimeException e) {
      // A stranger's bytes: whatever the JDK's reader throws, it is no certificate.
      throw new CertificateException("it is no X.509 certificate: " + e.getMessage(), e);
    }
  }

  /// Checks that a certificate is valid at that time.
  ///
  /// @throws CertificateException if it has expired or is not valid yet
  static void requireValidAt(Instant now, X509Certificate certificate) throws CertificateException {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isAfter(until)) {
      throw new CertificateException(
          "it expired at %s, and it is %s now; start the process that made it again"
              .formatted(until, now.truncatedTo(ChronoUnit.SECONDS)));
    }
    if (now.isBefore(from)) {
      throw new CertificateException(
          "it is valid from %s on, and it is %s now; do the two processes see the same clock?"
              .formatted(from, now.truncatedTo(ChronoUnit.SECONDS)));
    }
  }

  /// Names a certificate so that a person can tell two apart.
  static String describe(X509Certificate certificate) {
    return "%s, SHA-256 %s".formatted(certificate.getSubjectX500Principal(), print(certificate));
  }

  private static String print(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_CHARACTERS);
    } catch (GeneralSecurityException e) {
      return "unknown (" + e.getMessage() + ")";
    }
  }
}
