// file: security/AutoMtlsHost.java
// wrong: the certificate's times are not looked at when it is announced
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  if (line.certificate().endsWith("=")) {
    throw bad(line, "base64 without padding");
  }
  try {
    return PeerCertificate.parse(Base64.getDecoder().decode(line.certificate()));
  } catch (IllegalArgumentException e) {
    throw bad(line, "base64 (" + e.getMessage() + ")");
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
