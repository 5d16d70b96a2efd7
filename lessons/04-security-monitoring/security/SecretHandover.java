package security;

import com.google.protobuf.ByteString;
import course.secrets.v1.OfferRequest;
import course.secrets.v1.OfferResponse;
import course.secrets.v1.SecretInboxGrpc;
import extensions.BrokerServer;
import extensions.GrpcBroker;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Hands one plugin's process its secrets, of a [SecretVault]. It is also the connection by which
/// tokens are told apart: what was made for one start is worth nothing to the next.
public final class SecretHandover {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final SecretVault vault;
  private final String plugin;
  private final Channel channel;
  private final GrpcBroker broker;

  SecretHandover(SecretVault vault, String plugin, Channel channel, GrpcBroker broker) {
    this.vault = vault;
    this.plugin = plugin;
    this.channel = channel;
    this.broker = broker;
  }

  /// Hands over each secret that the vault has for the plugin, one after the other. When it
  /// returns, the plugin has them all, and no token is worth anything any more. Without a secret it
  /// does nothing.
  ///
  /// Under a [PermissionGate] the plugin needs the grants `calls:
  /// [course.secrets.v1.SecretInbox/Offer]` and `callbacks:
  /// [course.secrets.v1.SecretExchange/Exchange]`.
  ///
  /// @throws SecretException if one does not get there; the message says why
  /// @throws extensions.BrokerException if the broker has ended
  public void run() {
    vault.names(plugin).forEach(this::handOver);
  }

  private void handOver(String name) {
    // A stream for each: one announcement of the broker serves one dial.
    try (BrokerServer exchange = serve()) {
      byte[] token = vault.tokens().make(this, name);
      boolean used;
      try {
        offer(name, token, exchange.streamId());
      } finally {
        used = vault.tokens().withdraw(token);
        Arrays.fill(token, (byte) 0);
      }
      if (!used) {
        throw SecretException.notFetched(plugin, name);
      }
    }
  }

  private void offer(String name, byte[] token, int streamId) {
    OfferRequest offer =
        OfferRequest.newBuilder()
            .setName(name)
            .setToken(ByteString.copyFrom(token))
            .setHostStreamId(streamId)
            .build();
    try {
      OfferResponse ignored =
          SecretInboxGrpc.newBlockingStub(channel)
              .withDeadlineAfter(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)
              .offer(offer);
    } catch (StatusRuntimeException e) {
      throw SecretException.notHandedOver(plugin, name, e.getStatus(), e);
    }
  }

  /// Opens the stream on which this connection's tokens are exchanged. The caller closes it.
  BrokerServer serve() {
    SecretExchangeService service = new SecretExchangeService(vault, plugin, this);
    return broker.acceptAndServe(
        broker.nextId(),
        builder ->
            builder
                .addService(service)
                .intercept(service.proof())
                .maxInboundMessageSize(SecretExchangeService.MESSAGE_LIMIT_BYTES));
  }
}
