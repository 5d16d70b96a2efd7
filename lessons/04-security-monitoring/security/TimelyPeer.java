package security;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// The JDK's own judgement of a peer, and its certificate's times besides: a certificate that is
/// trusted itself, not one that vouches for it, the JDK accepts long after it has expired.
final class TimelyPeer extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager rules;

  TimelyPeer(X509ExtendedTrustManager rules) {
    this.rules = rules;
  }

  private static void requireValid(X509Certificate[] chain) throws CertificateException {
    PeerCertificate.requireValidAt(Instant.now(), chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    rules.checkClientTrusted(chain, authType);
    requireValid(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    rules.checkClientTrusted(chain, authType, socket);
    requireValid(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    rules.checkClientTrusted(chain, authType, engine);
    requireValid(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    rules.checkServerTrusted(chain, authType);
    requireValid(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    rules.checkServerTrusted(chain, authType, socket);
    requireValid(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    rules.checkServerTrusted(chain, authType, engine);
    requireValid(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return rules.getAcceptedIssuers();
  }
}
