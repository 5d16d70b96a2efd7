package security;

import basics.PluginTransportException;
import basics.TransportSecurity;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// TLS 1.3 or 1.2 by the JDK's own engine, HTTP/2 by ALPN, for connections of both directions.
final class TlsTransport implements TransportSecurity {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final String peerName;
  private final @Nullable SslContext dialer;
  private final @Nullable SslContext listener;

  private TlsTransport(
      String peerName, @Nullable SslContext dialer, @Nullable SslContext listener) {
    this.peerName = peerName;
    this.dialer = dialer;
    this.listener = listener;
  }

  /// Both sides prove who they are, whichever of them dials.
  ///
  /// @param own this process
  /// @param trust decides about the other
  /// @param peerName the name that this process asks for when it dials
  static TlsTransport mutual(TlsIdentity own, TrustManager trust, String peerName) {
    return of(Optional.of(own), Optional.of(trust), peerName);
  }

  /// @param own this process; without it nothing can listen
  /// @param trust decides about the other process; without it nothing can dial, and whoever dials
  ///   is let in
  /// @param peerName the name that this process asks for when it dials
  static TlsTransport of(Optional<TlsIdentity> own, Optional<TrustManager> trust, String peerName) {
    try {
      return new TlsTransport(
          peerName,
          trust.isEmpty() ? null : dialer(own, trust.get(), peerName),
          own.isEmpty() ? null : listener(own.get(), trust));
    } catch (SSLException e) {
      throw new PluginTransportException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static SslContext dialer(Optional<TlsIdentity> own, TrustManager trust, String peerName)
      throws SSLException {
    SslContextBuilder builder =
        SslContextBuilder.forClient().trustManager(trust).serverName(new SNIHostName(peerName));
    own.ifPresent(identity -> builder.keyManager(new OwnKey(identity)));
    return build(builder);
  }

  private static SslContext listener(TlsIdentity own, Optional<TrustManager> trust)
      throws SSLException {
    SslContextBuilder builder = SslContextBuilder.forServer(new OwnKey(own));
    trust.ifPresent(manager -> builder.trustManager(manager).clientAuth(ClientAuth.REQUIRE));
    return build(builder);
  }

  private static SslContext build(SslContextBuilder builder) throws SSLException {
    return GrpcSslContexts.configure(builder, SslProvider.JDK).protocols(PROTOCOLS).build();
  }

  /// @throws PluginTransportException if there is no trusted certificate to judge the peer by
  @Override
  public void secureDialer(NettyChannelBuilder builder) {
    if (dialer == null) {
      throw new PluginTransportException(
          """
          TLS: this process trusts no certificate, so it cannot connect to the other side.
          Give it the certificates to trust (TlsConfig.trusting).""");
    }
    builder.sslContext(dialer).useTransportSecurity().overrideAuthority(peerName);
  }

  /// @throws PluginTransportException if this process has no certificate of its own
  @Override
  public void secureListener(NettyServerBuilder builder) {
    if (listener == null) {
      throw new PluginTransportException(
          """
          TLS: this process has no certificate of its own, so the other side cannot connect to it.
          Give it one (TlsConfig.of).""");
    }
    builder.sslContext(listener);
  }
}
