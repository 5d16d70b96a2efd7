// file: security/PinnedPeer.java
// wrong: the announced certificate may stand behind the peer's own, where anyone can put it
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!java.util.List.of(chain).contains(expected)) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
