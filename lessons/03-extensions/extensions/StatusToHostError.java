package extensions;

import contract.HostServiceException;
import contract.HostUnavailableException;
import contract.JobStoppedException;
import contract.StoreRefusedException;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeoutException;

/// gRPC statuses as the errors of host services: the only place that knows both on the side that
/// calls.
final class StatusToHostError {
  private StatusToHostError() {}

  /// What a failed call means.
  ///
  /// A call can run out of time while its job has enough of it: the other side hangs then, and the
  /// job need not end.
  ///
  /// @param what what was asked for, such as `put`, for the message
  /// @param failure what the stub threw
  /// @param job what the call was a part of
  static HostServiceException map(String what, StatusRuntimeException failure, Context job) {
    Status status = failure.getStatus();
    String told = status.getDescription() == null ? status.toString() : status.getDescription();
    if (isOver(job)) {
      return stopped(JobStoppedException.Reason.DEADLINE, what, failure);
    }
    if (job.isCancelled()) {
      return stopped(JobStoppedException.Reason.CANCELLED, what, failure);
    }
    return switch (status.getCode()) {
      case INVALID_ARGUMENT, RESOURCE_EXHAUSTED ->
          new StoreRefusedException(StoreRefusedException.Reason.INVALID, told);
      case FAILED_PRECONDITION ->
          new StoreRefusedException(StoreRefusedException.Reason.FULL, told);
      case CANCELLED -> stopped(JobStoppedException.Reason.CANCELLED, what, failure);
      default ->
          new HostUnavailableException(
              "no answer to %s: %s, %s".formatted(what, status.getCode(), told), failure);
    };
  }

  /// What the failed call of a whole job means: if its time is over, so is the job's.
  static HostServiceException mapJob(String what, StatusRuntimeException failure) {
    return failure.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
        ? stopped(JobStoppedException.Reason.DEADLINE, what, failure)
        : map(what, failure, Context.current());
  }

  private static boolean isOver(Context job) {
    Deadline deadline = job.getDeadline();
    return job.cancellationCause() instanceof TimeoutException
        || (deadline != null && deadline.isExpired());
  }

  private static JobStoppedException stopped(
      JobStoppedException.Reason reason, String what, StatusRuntimeException failure) {
    String why =
        switch (reason) {
          case CANCELLED -> "the job was cancelled";
          case DEADLINE -> "the job's time is over";
        };
    return new JobStoppedException(reason, "%s: no answer to %s".formatted(why, what), failure);
  }
}
