package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
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

  /// Makes sure that the peer is the one that was announced.
  ///
  /// Exercise 4.1. The peer's own certificate is the first of the chain; TLS has made sure that the
  /// peer has its key. It must be the one that was expected: the same bytes
  /// ([X509Certificate#getEncoded]), from the first to the last. Nothing less will do: anyone can
  /// write our name into a certificate of their own, and put ours behind it in the chain. Others
  /// than that, and the announced one once it is no longer valid by the clock
  /// ([PeerCertificate#requireValidAt]), end in a [CertificateException] that names the peer.
  /// [PeerCertificate#describe] tells of a certificate in a few words.
  ///
  /// @param chain what the peer shows; not empty
  /// @param peer who it is to us, for a person, such as `process that connects`
  @Exercise("4.1")
  private void require(X509Certificate[] chain, String peer) throws CertificateException {
    ExerciseNotDone.report("4.1");
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
