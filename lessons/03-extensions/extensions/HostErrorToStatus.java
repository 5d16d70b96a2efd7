package extensions;

import contract.HostServiceException;
import contract.HostUnavailableException;
import contract.JobStoppedException;
import contract.StoreRefusedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// The errors of host services as gRPC statuses: the only place that knows both on the side that
/// serves. The table stands in `host.proto`; [StatusToHostError] reads it.
final class HostErrorToStatus {
  private HostErrorToStatus() {}

  static StatusRuntimeException map(HostServiceException error) {
    Status status =
        switch (error) {
          case StoreRefusedException e ->
              switch (e.reason()) {
                case INVALID -> Status.INVALID_ARGUMENT;
                case FULL -> Status.FAILED_PRECONDITION;
              };
          case JobStoppedException e ->
              switch (e.reason()) {
                case CANCELLED -> Status.CANCELLED;
                case DEADLINE -> Status.DEADLINE_EXCEEDED;
              };
          case HostUnavailableException e -> Status.UNAVAILABLE;
        };
    return status.withDescription(error.getMessage()).asRuntimeException();
  }
}
