// file: security/PinnedPeer.java
// wrong: looks at the end of the chain, where authorities stand, and not at the peer's own
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!chain[chain.length - 1].equals(expected)) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
