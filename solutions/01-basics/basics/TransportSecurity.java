package basics;

import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;

/// How one process protects its connections with the other, whichever of the two dials.
///
/// Layer 4's `security` implements it with TLS. Safe for use by many threads.
public interface TransportSecurity {
  /// No protection: plaintext, as between two processes of one user on one machine.
  TransportSecurity NONE =
      new TransportSecurity() {
        @Override
        public void secureDialer(NettyChannelBuilder dialer) {
          dialer.usePlaintext();
        }

        @Override
        public void secureListener(NettyServerBuilder listener) {
          // Plaintext is what a server begins with.
        }
      };

  /// Protects connections that this process dials.
  void secureDialer(NettyChannelBuilder dialer);

  /// Protects connections that this process accepts.
  void secureListener(NettyServerBuilder listener);
}
