// file: security/AutoMtlsHost.java
// wrong: a text that is no base64 leaves as IllegalArgumentException, and no one knows whose
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  if (line.certificate().endsWith("=")) {
    throw bad(line, "base64 without padding");
  }
  byte[] der = Base64.getDecoder().decode(line.certificate());
  try {
    X509Certificate certificate = PeerCertificate.parse(der);
    PeerCertificate.requireValidAt(clock.instant(), certificate);
    return certificate;
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
