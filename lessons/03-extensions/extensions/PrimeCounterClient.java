package extensions;

import contract.HostServices;
import contract.HostUnavailableException;
import contract.PrimeCounter;
import course.primes.v1.CountPrimesRequest;
import course.primes.v1.PrimeCounterGrpc;
import course.primes.v1.PrimeCounterGrpc.PrimeCounterBlockingStub;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The host's side of a [PrimeCounter]: another process counts, and calls back meanwhile.
///
/// Each job has a stream of the broker for the plugin's calls, as long as it runs. A job ends early
/// if its thread is interrupted, if the timeout is over, or if the gRPC call is cancelled in which
/// the caller itself works ([Context#current]). Safe for use by many threads.
public final class PrimeCounterClient implements PrimeCounter {
  /// How long a job may take unless one says otherwise.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  private final PrimeCounterBlockingStub stub;
  private final GrpcBroker broker;
  private final Duration timeout;

  /// A client whose jobs may take [#DEFAULT_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param broker the plugin's, of [GrpcBroker#of]
  public PrimeCounterClient(Channel channel, GrpcBroker broker) {
    this(channel, broker, DEFAULT_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param broker the plugin's, of [GrpcBroker#of]
  /// @param timeout how long a job may take, more than zero
  public PrimeCounterClient(Channel channel, GrpcBroker broker, Duration timeout) {
    this.stub = PrimeCounterGrpc.newBlockingStub(channel);
    this.broker = broker;
    this.timeout = timeout;
  }

  @Override
  public long count(long below, HostServices host) {
    if (below < 0 || below > HIGHEST) {
      throw new IllegalArgumentException("below not in 0..%d: %d".formatted(HIGHEST, below));
    }
    try (BrokerServer server = serve(host)) {
      return count(below, server.streamId());
    } catch (BrokerException e) {
      throw new HostUnavailableException("no stream for the plugin's calls", e);
    }
  }

  private BrokerServer serve(HostServices host) {
    return broker.acceptAndServe(
        broker.nextId(),
        builder ->
            builder
                .addService(new HostServicesService(host))
                .maxInboundMessageSize(HostServicesService.MESSAGE_LIMIT_BYTES));
  }

  private long count(long below, int streamId) {
    CountPrimesRequest request =
        CountPrimesRequest.newBuilder().setBelow(below).setHostStreamId(streamId).build();
    try {
      return stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS)
          .countPrimes(request)
          .getCount();
    } catch (StatusRuntimeException e) {
      throw StatusToHostError.mapJob("count", e);
    }
  }
}
