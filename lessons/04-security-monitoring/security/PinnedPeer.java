package security;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts one certificate and no other, whoever may have signed it.
///
/// Names do not count: the certificate as a whole is the one that the other process has announced,
/// or it is refused. That the peer has its key, TLS itself proves.
final class PinnedPeer extends X509ExtendedTrustManager {
  private final X509Certificate expected;
  private final InstantSource clock;

  /// @param expected the certificate that the peer has announced
  /// @param clock what tells whether it is still valid
  PinnedPeer(X509Certificate expected, InstantSource clock) {
    this.expected = expected;
    this.clock = clock;
  }

  private void require(X509Certificate[] chain, String peer) throws CertificateException {
    X509Certificate found = chain[0];
    if (!Arrays.equals(found.getEncoded(), expected.getEncoded())) {
      throw new CertificateException(
          "the %s shows a certificate that it has not announced: found %s, expected %s"
              .formatted(
                  peer, PeerCertificate.describe(found), PeerCertificate.describe(expected)));
    }
    try {
      PeerCertificate.requireValidAt(clock.instant(), found);
    } catch (CertificateException e) {
      throw new CertificateException(
          "the certificate of the %s: %s".formatted(peer, e.getMessage()), e);
    }
  }

  private void requireDialer(X509Certificate[] chain) throws CertificateException {
    require(chain, "process that connects");
  }

  private void requireListener(X509Certificate[] chain) throws CertificateException {
    require(chain, "process that answers");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    requireDialer(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    requireDialer(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    requireDialer(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    requireListener(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    requireListener(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    requireListener(chain);
  }

  /// No hint to the peer which certificate to show: it has one, and a wrong one shall reach us, so
  /// that we can say what is wrong.
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
