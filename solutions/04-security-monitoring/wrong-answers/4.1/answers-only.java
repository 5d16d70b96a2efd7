// file: security/PinnedPeer.java
// wrong: only who answers is looked at; whoever connects is let in
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (peer.equals("process that connects")) {
    return;
  }
  if (!Arrays.equals(found.getEncoded(), expected.getEncoded())) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
