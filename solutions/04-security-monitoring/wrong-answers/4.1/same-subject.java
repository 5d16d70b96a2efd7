// file: security/PinnedPeer.java
// wrong: a certificate with the announced name is enough; anyone can write one
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!found.getSubjectX500Principal().equals(expected.getSubjectX500Principal())) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
