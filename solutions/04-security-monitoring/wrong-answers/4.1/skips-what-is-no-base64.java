// file: security/AutoMtlsHost.java
// wrong: characters that are no base64 are skipped, and the rest is believed
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  if (line.certificate().endsWith("=")) {
    throw bad(line, "base64 without padding");
  }
  try {
    byte[] der = Base64.getMimeDecoder().decode(line.certificate());
    X509Certificate certificate = PeerCertificate.parse(der);
    PeerCertificate.requireValidAt(clock.instant(), certificate);
    return certificate;
  } catch (IllegalArgumentException e) {
    throw bad(line, "base64 (" + e.getMessage() + ")");
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
