// file: security/ThrowawayCertificate.java
// wrong: each certificate has the serial number 1
private static X509Certificate certificate(KeyPair keys, Instant now, SecureRandom random)
    throws GeneralSecurityException, OperatorCreationException, CertIOException {
  X509v3CertificateBuilder builder =
      new JcaX509v3CertificateBuilder(
          SUBJECT,
          BigInteger.ONE,
          Date.from(now.minus(BEFORE)),
          Date.from(now.plus(AFTER)),
          SUBJECT,
          keys.getPublic());
  addExtensions(builder);
  return new JcaX509CertificateConverter()
      .getCertificate(
          builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
}
