// file: security/AutoMtlsHost.java
// wrong: a certificate that is not valid yet is accepted
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  if (line.certificate().endsWith("=")) {
    throw bad(line, "base64 without padding");
  }
  try {
    X509Certificate certificate =
        PeerCertificate.parse(Base64.getDecoder().decode(line.certificate()));
    if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
      throw bad(line, "a certificate that has not expired");
    }
    return certificate;
  } catch (IllegalArgumentException e) {
    throw bad(line, "base64 (" + e.getMessage() + ")");
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
