// file: security/PinnedPeer.java
// wrong: any certificate that is valid now is trusted: TLS against no one
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  PeerCertificate.requireValidAt(clock.instant(), chain[0]);
}
