// file: security/ThrowawayCertificate.java
// wrong: a plugin whose clock is read a moment earlier finds it not valid yet
private static X509Certificate certificate(KeyPair keys, Instant now, SecureRandom random)
    throws GeneralSecurityException, OperatorCreationException, CertIOException {
  X509v3CertificateBuilder builder =
      new JcaX509v3CertificateBuilder(
          SUBJECT,
          new BigInteger(SERIAL_BITS, random).max(BigInteger.ONE),
          Date.from(now),
          Date.from(now.plus(AFTER)),
          SUBJECT,
          keys.getPublic());
  addExtensions(builder);
  return new JcaX509CertificateConverter()
      .getCertificate(
          builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
}
