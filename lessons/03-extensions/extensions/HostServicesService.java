package extensions;

import com.google.protobuf.ByteString;
import contract.HostServiceException;
import contract.HostServices;
import contract.Progress;
import contract.StoreRefusedException;
import contract.StoreRefusedException.Reason;
import course.host.v1.GetValueRequest;
import course.host.v1.GetValueResponse;
import course.host.v1.HostServicesGrpc;
import course.host.v1.ListKeysRequest;
import course.host.v1.ListKeysResponse;
import course.host.v1.PutValueRequest;
import course.host.v1.PutValueResponse;
import course.host.v1.RemoveValueRequest;
import course.host.v1.RemoveValueResponse;
import course.host.v1.ReportProgressRequest;
import course.host.v1.ReportProgressResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The host's side of host services: takes a plugin's calls, asks the [HostServices] of one job.
///
/// It is served on a broker's stream that one plugin's job knows, so it needs no name of a plugin
/// and believes none. A call that its plugin gives up, or that is out of time, interrupts the
/// thread that serves it: a listener that waits need not wait any longer.
public final class HostServicesService extends HostServicesGrpc.HostServicesImplBase {
  /// The longest message that a plugin may send, in bytes; for the server that offers this service.
  public static final int MESSAGE_LIMIT_BYTES = StoreLimits.HIGHEST_VALUE_BYTES + (4 << 10);

  private static final Logger LOG = LoggerFactory.getLogger(HostServicesService.class);

  private final HostServices host;

  /// @param host what the job may use; the caller keeps it
  public HostServicesService(HostServices host) {
    this.host = host;
  }

  @Override
  public void reportProgress(
      ReportProgressRequest request, StreamObserver<ReportProgressResponse> answer) {
    reply(
        answer,
        () -> {
          host.progress().report(progress(request));
          return ReportProgressResponse.getDefaultInstance();
        });
  }

  private static Progress progress(ReportProgressRequest request) {
    try {
      return new Progress(request.getDone(), request.getTotal(), request.getNote());
    } catch (IllegalArgumentException e) {
      throw new StoreRefusedException(Reason.INVALID, "no report: " + e.getMessage());
    }
  }

  @Override
  public void getValue(GetValueRequest request, StreamObserver<GetValueResponse> answer) {
    reply(
        answer,
        () -> {
          GetValueResponse.Builder found = GetValueResponse.newBuilder();
          host.store()
              .get(request.getKey())
              .ifPresent(value -> found.setValue(ByteString.copyFrom(value)));
          return found.build();
        });
  }

  @Override
  public void putValue(PutValueRequest request, StreamObserver<PutValueResponse> answer) {
    reply(
        answer,
        () -> {
          host.store().put(request.getKey(), request.getValue().toByteArray());
          return PutValueResponse.getDefaultInstance();
        });
  }

  @Override
  public void removeValue(RemoveValueRequest request, StreamObserver<RemoveValueResponse> answer) {
    reply(
        answer,
        () ->
            RemoveValueResponse.newBuilder()
                .setRemoved(host.store().remove(request.getKey()))
                .build());
  }

  @Override
  public void listKeys(ListKeysRequest request, StreamObserver<ListKeysResponse> answer) {
    reply(answer, () -> ListKeysResponse.newBuilder().addAllKeys(host.store().keys()).build());
  }

  /// Sends what `work` returns, or the status of the error that it throws.
  private static <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
    if (answer instanceof ServerCallStreamObserver<T> call) {
      // An answer to a call that is over is dropped then, and no error.
      call.setOnCancelHandler(() -> {});
    }
    T message;
    try {
      message = CancelInterrupt.during(work);
    } catch (HostServiceException e) {
      answer.onError(HostErrorToStatus.map(e));
      return;
    } catch (RuntimeException e) {
      // The host's own fault; its details are none of the plugin's business.
      LOG.warn("a plugin's call failed in the host", e);
      answer.onError(
          Status.INTERNAL.withDescription("the host failed, see its log").asRuntimeException());
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }
}
