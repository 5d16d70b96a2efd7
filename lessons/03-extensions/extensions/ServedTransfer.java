package extensions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the services with streams share: work that may block, on a thread of its own, and the end
/// of its call.
final class ServedTransfer {
  private ServedTransfer() {}

  /// Work on a stream, up to but without its end.
  @FunctionalInterface
  interface Work {
    /// Does the work.
    ///
    /// @throws IOException as the content's stream does
    void run() throws IOException;
  }

  /// All slots are taken.
  static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int limit;

    BusyException(int limit) {
      super("%d transfers at once".formatted(limit));
      this.limit = limit;
    }

    int limit() {
      return limit;
    }
  }

  /// The call behind an observer that gRPC gave to a service.
  static <T> ServerCallStreamObserver<T> callOf(StreamObserver<T> answer) {
    // gRPC: "can safely cast" to it in a service (ServerCallStreamObserver's documentation).
    return (ServerCallStreamObserver<T>) answer;
  }

  /// What a transfer fails with when its host has no more interest.
  static StatusRuntimeException cancelled() {
    return Status.CANCELLED.withDescription("the host has ended the call").asRuntimeException();
  }

  /// Runs the work and ends the call: completed, or with the status of what the work threw.
  ///
  /// @param status the status of an error
  static <T> void run(
      TransferSlots slots,
      ServerCallStreamObserver<T> call,
      Work work,
      Function<Exception, StatusRuntimeException> status) {
    boolean started = slots.start(() -> runNow(call, work, status));
    if (!started) {
      call.onError(status.apply(new BusyException(TransferSlots.LIMIT)));
    }
  }

  private static <T> void runNow(
      ServerCallStreamObserver<T> call,
      Work work,
      Function<Exception, StatusRuntimeException> status) {
    try {
      work.run();
      if (!call.isCancelled()) {
        call.onCompleted();
      }
    } catch (IOException | RuntimeException e) {
      StatusRuntimeException told = status.apply(e);
      if (told.getStatus().getCode() == Status.Code.UNKNOWN) {
        logger().error("a transfer failed: {}", e.toString(), e);
      }
      if (!call.isCancelled()) {
        call.onError(told);
      }
    } catch (Error e) {
      // The thread ends, and the call must not wait for it.
      logger().error("a transfer failed: {}", e.toString(), e);
      call.onError(unknown(e));
      throw e;
    }
  }

  /// What a host is told of a failure that its contract does not name.
  static StatusRuntimeException unknown(Throwable error) {
    return Status.UNKNOWN.withDescription(StatusText.cut(error.toString())).asRuntimeException();
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(ServedTransfer.class);
  }
}
