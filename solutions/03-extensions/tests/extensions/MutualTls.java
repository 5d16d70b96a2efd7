package extensions;

import basics.TransportSecurity;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.UncheckedIOException;
import javax.net.ssl.SSLException;

/// TLS between two sides that share a certificate and trust no other.
record MutualTls(SelfSigned identity) implements TransportSecurity {
  @Override
  public void secureDialer(NettyChannelBuilder dialer) {
    try {
      dialer
          .useTransportSecurity()
          .sslContext(
              GrpcSslContexts.forClient()
                  .keyManager(identity.key(), identity.certificate())
                  .trustManager(identity.certificate())
                  .build());
    } catch (SSLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void secureListener(NettyServerBuilder listener) {
    try {
      listener.sslContext(
          GrpcSslContexts.configure(
                  SslContextBuilder.forServer(identity.key(), identity.certificate()))
              .trustManager(identity.certificate())
              .clientAuth(ClientAuth.REQUIRE)
              .build());
    } catch (SSLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
