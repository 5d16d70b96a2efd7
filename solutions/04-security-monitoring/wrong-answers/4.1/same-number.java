// file: security/PinnedPeer.java
// wrong: name and serial number are enough; anyone can write them
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!found.getSerialNumber().equals(expected.getSerialNumber())
      || !found.getIssuerX500Principal().equals(expected.getIssuerX500Principal())) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
