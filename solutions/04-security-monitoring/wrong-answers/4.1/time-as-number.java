// file: security/ThrowawayCertificate.java
// wrong: the serial number is the time: two of one moment are the same, anyone can guess it
private static X509Certificate certificate(KeyPair keys, Instant now, SecureRandom random)
    throws GeneralSecurityException, OperatorCreationException, CertIOException {
  X509v3CertificateBuilder builder =
      new JcaX509v3CertificateBuilder(
          SUBJECT,
          BigInteger.valueOf(now.toEpochMilli()),
          Date.from(now.minus(BEFORE)),
          Date.from(now.plus(AFTER)),
          SUBJECT,
          keys.getPublic());
  addExtensions(builder);
  return new JcaX509CertificateConverter()
      .getCertificate(
          builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
}
