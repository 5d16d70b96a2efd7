// file: security/PinnedPeer.java
// wrong: whatever the announced certificate's key has signed is trusted
// import java.security.GeneralSecurityException;
private void require(X509Certificate[] chain, String peer) throws CertificateException {
  X509Certificate found = chain[0];
  try {
    found.verify(expected.getPublicKey());
  } catch (GeneralSecurityException e) {
    throw new CertificateException("the " + peer + ": " + e.getMessage(), e);
  }
  PeerCertificate.requireValidAt(clock.instant(), found);
}
