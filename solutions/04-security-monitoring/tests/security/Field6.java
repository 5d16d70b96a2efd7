package security;

import basics.HandshakeLine;
import basics.PluginAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// Certificates as handshake lines carry them.
final class Field6 {
  private Field6() {}

  static byte[] der(TlsIdentity identity) {
    return der(identity.certificate());
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  static String of(byte[] der) {
    return Base64.getEncoder().withoutPadding().encodeToString(der);
  }

  static String of(TlsIdentity identity) {
    return of(der(identity));
  }

  /// The line of a plugin at that address.
  static HandshakeLine line(PluginAddress address, String certificate) {
    return HandshakeLine.parse(HandshakeLine.of(1, address).with(certificate, "").format());
  }
}
