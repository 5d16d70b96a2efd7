package security;

import com.google.protobuf.ByteString;
import course.secrets.v1.ExchangeRequest;
import course.secrets.v1.OfferRequest;
import course.secrets.v1.OfferResponse;
import course.secrets.v1.SecretExchangeGrpc;
import course.secrets.v1.SecretInboxGrpc;
import extensions.BrokerConnection;
import extensions.BrokerException;
import extensions.GrpcBroker;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lifecycle.Parts;
import lifecycle.ServiceFactory;

/// The plugin's side of a [SecretVault]: takes the host's offers, exchanges each token at once, and
/// keeps the secrets until the plugin's own code takes them.
///
/// ```java
/// SecretInbox inbox = new SecretInbox();
/// ServiceSet services = ServiceSet.of("weather", () -> new WeatherService(inbox))
///     .andUsing("secrets", inbox);
/// PluginServer.serve(ServeConfig.of(handshake, services)
///     .withSecurity(AutoMtls.plugin())
///     .withConnector(BrokerConnector.forPlugin()));
/// ...
/// try (Secret key = inbox.take("api-key", Duration.ofSeconds(10))) { ... }
/// ```
///
/// Safe for use by many threads.
public final class SecretInbox implements ServiceFactory {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Map<String, Secret> secrets = new HashMap<>();

  /// The service that the host calls.
  ///
  /// @throws BrokerException if the plugin's connector is not
  ///   [extensions.BrokerConnector#forPlugin]
  @Override
  public BindableService create(Parts parts) {
    return new Service(GrpcBroker.of(parts));
  }

  /// Takes a secret out of the inbox, and waits for it if need be: the host hands it over after the
  /// start.
  ///
  /// @param name as the host calls it
  /// @param limit how long to wait at most; zero for not at all
  /// @return the caller's from now on, who closes it
  /// @throws SecretException if it has not come in time, or was taken already
  public synchronized Secret take(String name, Duration limit) {
    long endNanos = System.nanoTime() + limit.toNanos();
    Secret secret = secrets.remove(name);
    try {
      long left = limit.toNanos();
      while (secret == null && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        secret = secrets.remove(name);
        left = endNanos - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (secret == null) {
      throw SecretException.notOffered(name, limit);
    }
    return secret;
  }

  private synchronized void keep(String name, Secret secret) {
    Secret before = secrets.put(name, secret);
    if (before != null) {
      before.close();
    }
    notifyAll();
  }

  private final class Service extends SecretInboxGrpc.SecretInboxImplBase {
    private final GrpcBroker broker;

    Service(GrpcBroker broker) {
      this.broker = broker;
    }

    @Override
    public void offer(OfferRequest request, StreamObserver<OfferResponse> answer) {
      if (request.getHostStreamId() == 0) {
        answer.onError(
            Status.INVALID_ARGUMENT
                .withDescription("host_stream_id is 0: accept a stream of the broker")
                .asRuntimeException());
        return;
      }
      try (BrokerConnection host = broker.dial(request.getHostStreamId())) {
        keep(request.getName(), exchange(host, request.getToken()));
      } catch (StatusRuntimeException e) {
        answer.onError(notExchanged(e.getStatus().toString(), e));
        return;
      } catch (BrokerException e) {
        answer.onError(notExchanged(String.valueOf(e.getMessage()), e));
        return;
      }
      answer.onNext(OfferResponse.getDefaultInstance());
      answer.onCompleted();
    }

    private Secret exchange(BrokerConnection host, ByteString token) {
      byte[] bytes =
          SecretExchangeGrpc.newBlockingStub(host.channel())
              .withDeadlineAfter(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)
              .exchange(ExchangeRequest.newBuilder().setToken(token).build())
              .getSecret()
              .toByteArray();
      return Secret.adopt(bytes);
    }

    private StatusRuntimeException notExchanged(String reason, Exception cause) {
      return Status.FAILED_PRECONDITION
          .withDescription("the token could not be exchanged: " + reason)
          .withCause(cause)
          .asRuntimeException();
    }
  }
}
