package extensions;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// The errors of [contract.FileStore] as gRPC statuses, and back. The table stands in
/// `files.proto`.
final class FileErrors {
  private static final Metadata.Key<String> NAME =
      Metadata.Key.of("file-error", Metadata.ASCII_STRING_MARSHALLER);

  private FileErrors() {}

  /// The status that tells the error to a host.
  static StatusRuntimeException toStatus(FileStoreException error) {
    Status status =
        switch (error.reason()) {
          case INVALID_PATH -> Status.INVALID_ARGUMENT;
          case OUTSIDE, LINK, SPECIAL_FILE, ROOT -> Status.PERMISSION_DENIED;
          case MISSING -> Status.NOT_FOUND;
          case WRONG_KIND -> Status.FAILED_PRECONDITION;
          case TOO_LARGE -> Status.OUT_OF_RANGE;
          case CHANGED -> Status.ABORTED;
          case DISK -> Status.INTERNAL;
          case BUSY -> Status.RESOURCE_EXHAUSTED;
          case UNAVAILABLE -> Status.UNAVAILABLE;
        };
    Metadata trailers = new Metadata();
    trailers.put(NAME, error.reason().name());
    return status.withDescription(StatusText.of(error)).asRuntimeException(trailers);
  }

  /// The error that a failed call means: the trailer decides if it is known, all else is
  /// UNAVAILABLE.
  static FileStoreException fromStatus(String operation, StatusRuntimeException failure) {
    Metadata trailers = failure.getTrailers();
    String name = trailers == null ? null : trailers.get(NAME);
    String description = failure.getStatus().getDescription();
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(name)) {
        return new FileStoreException(
            reason, description == null ? reason.name() : description, failure);
      }
    }
    return new FileStoreException(
        Reason.UNAVAILABLE,
        "no answer to %s: %s, %s"
            .formatted(
                operation,
                failure.getStatus().getCode(),
                description == null ? "no reason given" : description),
        failure);
  }
}
