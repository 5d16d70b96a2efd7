package extensions;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// TLS with the server of one name, whatever address the connection goes to.
///
/// The HTTP client of the JDK takes the server's name from the URL. Where the URL has an address,
/// the certificate would be compared with that. Here each engine is told the name: the certificate
/// must be for the name, and one for the address alone does not pass.
final class NamedTls extends SSLContextSpi {
  private final SSLContext base;
  private final String host;

  private NamedTls(SSLContext base, String host) {
    this.base = base;
    this.host = host;
  }

  /// @param base who is trusted
  /// @param host the server's name
  static SSLContext of(SSLContext base, String host) {
    return new SSLContext(new NamedTls(base, host), base.getProvider(), base.getProtocol()) {};
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String address, int port) {
    return base.createSSLEngine(host, port);
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return base.createSSLEngine(host, -1);
  }

  @Override
  protected void engineInit(
      KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("it is as its base is");
  }

  /// Sockets would not learn the name.
  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw new UnsupportedOperationException("for engines only");
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw new UnsupportedOperationException("for clients only");
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return base.getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return base.getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return base.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return base.getSupportedSSLParameters();
  }
}
