// file: security/PinnedPeer.java
// wrong: another certificate of the same key is enough: not the one that was announced
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!found.getPublicKey().equals(expected.getPublicKey())) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
