// file: security/PinnedPeer.java
// wrong: an announced certificate is trusted for ever, also after its end
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  if (!Arrays.equals(found.getEncoded(), expected.getEncoded())) {
    throw new CertificateException("the " + peer + " shows " + PeerCertificate.describe(found));
  }
}
