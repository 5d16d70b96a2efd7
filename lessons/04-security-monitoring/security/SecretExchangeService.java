package security;

import com.google.protobuf.ByteString;
import course.secrets.v1.ExchangeRequest;
import course.secrets.v1.ExchangeResponse;
import course.secrets.v1.SecretExchangeGrpc;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// Exchanges the tokens of one connection. It is served on that connection's broker, so it needs no
/// name of a plugin and believes none.
final class SecretExchangeService extends SecretExchangeGrpc.SecretExchangeImplBase {
  /// What a plugin calls, and what its permissions are about.
  static final String METHOD = SecretExchangeGrpc.getExchangeMethod().getFullMethodName();

  /// A token and a few bytes around it.
  static final int MESSAGE_LIMIT_BYTES = 1 << 10;

  private final SecretVault vault;
  private final String plugin;
  private final Object connection;

  SecretExchangeService(SecretVault vault, String plugin, Object connection) {
    this.vault = vault;
    this.plugin = plugin;
    this.connection = connection;
  }

  /// To stand before the service: no one is heard who has not proved by a certificate who it is.
  /// The certificate was judged already, by TLS.
  ServerInterceptor proof() {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (isProved(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION))) {
          return next.startCall(call, headers);
        }
        call.close(Status.UNAUTHENTICATED.withDescription(unproved()), new Metadata());
        return new ServerCall.Listener<>() {};
      }
    };
  }

  private static boolean isProved(@Nullable SSLSession session) {
    try {
      return session != null && session.getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private String unproved() {
    return vault.deny(
        plugin,
        "over mutual TLS only, and this connection has none",
        "give the host AutoMtls.host() and the plugin AutoMtls.plugin()");
  }

  @Override
  public void exchange(ExchangeRequest request, StreamObserver<ExchangeResponse> answer) {
    byte[] token = request.getToken().toByteArray();
    if (token.length != SecretTokens.TOKEN_BYTES) {
      answer.onError(
          Status.INVALID_ARGUMENT
              .withDescription(
                  "a token has %d bytes, and this has %d"
                      .formatted(SecretTokens.TOKEN_BYTES, token.length))
              .asRuntimeException());
      return;
    }
    switch (vault.tokens().spend(connection, token)) {
      case SecretTokens.Worth.Good good -> answer(good.name(), answer);
      case SecretTokens.Worth.Nothing nothing -> {
        String told = refused(nothing.reason());
        answer.onError(Status.PERMISSION_DENIED.withDescription(told).asRuntimeException());
      }
    }
  }

  private String refused(String reason) {
    return vault.deny(
        plugin,
        "once for each token, and this one " + reason,
        "start the plugin anew: each start gets new tokens; find out who else has seen this one");
  }

  private void answer(String name, StreamObserver<ExchangeResponse> answer) {
    Optional<byte[]> secret = vault.bytes(plugin, name);
    if (secret.isEmpty()) {
      answer.onError(
          Status.FAILED_PRECONDITION
              .withDescription("the host is about to end: its secrets are gone")
              .asRuntimeException());
      return;
    }
    ByteString copy = ByteString.copyFrom(secret.get());
    Arrays.fill(secret.get(), (byte) 0);
    answer.onNext(ExchangeResponse.newBuilder().setSecret(copy).build());
    answer.onCompleted();
  }
}
