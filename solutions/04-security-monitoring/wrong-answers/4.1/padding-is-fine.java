// file: security/AutoMtlsHost.java
// wrong: padding is accepted, which go-plugin refuses: two texts for one certificate
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  try {
    byte[] der = Base64.getDecoder().decode(line.certificate());
    X509Certificate certificate = PeerCertificate.parse(der);
    PeerCertificate.requireValidAt(clock.instant(), certificate);
    return certificate;
  } catch (IllegalArgumentException e) {
    throw bad(line, "base64 (" + e.getMessage() + ")");
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
