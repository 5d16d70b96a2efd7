package extensions;

import contract.HostServiceException;
import contract.PrimeCounter;
import course.primes.v1.CountPrimesRequest;
import course.primes.v1.CountPrimesResponse;
import course.primes.v1.PrimeCounterGrpc;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/// The plugin's side of a [PrimeCounter]: takes the host's call, dials the host's stream, and lets
/// the counter work with what the host offers there.
///
/// When the host cancels the call, or its time is over, the counter's thread is interrupted and its
/// calls to the host are cancelled.
public final class PrimeCounterService extends PrimeCounterGrpc.PrimeCounterImplBase {
  private final PrimeCounter counter;
  private final GrpcBroker broker;

  /// @param counter does the work; the caller keeps it
  /// @param broker the way to the host's streams, of [GrpcBroker#of]
  public PrimeCounterService(PrimeCounter counter, GrpcBroker broker) {
    this.counter = counter;
    this.broker = broker;
  }

  @Override
  public void countPrimes(CountPrimesRequest request, StreamObserver<CountPrimesResponse> answer) {
    if (answer instanceof ServerCallStreamObserver<CountPrimesResponse> call) {
      // An answer to a call that is over is dropped then, and no error.
      call.setOnCancelHandler(() -> {});
    }
    long count;
    try {
      count = CancelInterrupt.during(() -> count(request));
    } catch (IllegalArgumentException e) {
      answer.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
      return;
    } catch (HostServiceException e) {
      answer.onError(HostErrorToStatus.map(e));
      return;
    } catch (BrokerException e) {
      answer.onError(
          Status.UNAVAILABLE.withDescription(e.getMessage()).withCause(e).asRuntimeException());
      return;
    }
    answer.onNext(CountPrimesResponse.newBuilder().setCount(count).build());
    answer.onCompleted();
  }

  private long count(CountPrimesRequest request) {
    if (request.getHostStreamId() == 0) {
      throw new IllegalArgumentException("host_stream_id is 0: accept a stream of the broker");
    }
    try (BrokerConnection host = broker.dial(request.getHostStreamId())) {
      return counter.count(request.getBelow(), new HostServicesClient(host.channel()));
    }
  }
}
