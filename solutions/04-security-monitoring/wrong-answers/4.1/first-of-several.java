// file: security/AutoMtlsHost.java
// wrong: what follows the certificate is not looked at
// import java.io.ByteArrayInputStream;
// import java.security.cert.CertificateFactory;
private X509Certificate certificate(HandshakeLine line) {
  if (line.certificate().isEmpty()) {
    throw bad(line, IGNORED);
  }
  if (line.certificate().endsWith("=")) {
    throw bad(line, "base64 without padding");
  }
  try {
    byte[] der = Base64.getDecoder().decode(line.certificate());
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    PeerCertificate.requireValidAt(clock.instant(), certificate);
    return certificate;
  } catch (IllegalArgumentException e) {
    throw bad(line, "base64 (" + e.getMessage() + ")");
  } catch (CertificateException e) {
    throw bad(line, "a valid certificate, but " + e.getMessage());
  }
}
