// file: security/ThrowawayCertificate.java
// wrong: no names and no purposes: a peer that checks them refuses it
private static X509Certificate certificate(KeyPair keys, Instant now, SecureRandom random)
    throws GeneralSecurityException, OperatorCreationException, CertIOException {
  X509v3CertificateBuilder builder =
      new JcaX509v3CertificateBuilder(
          SUBJECT,
          new BigInteger(SERIAL_BITS, random).max(BigInteger.ONE),
          Date.from(now.minus(BEFORE)),
          Date.from(now.plus(AFTER)),
          SUBJECT,
          keys.getPublic());
  return new JcaX509CertificateConverter()
      .getCertificate(
          builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
}
