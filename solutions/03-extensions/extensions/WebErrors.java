package extensions;

import contract.WebFetchException;
import contract.WebFetchException.Reason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// The errors of [contract.WebFetcher] as gRPC statuses, and back. The table stands in `web.proto`.
final class WebErrors {
  private static final Metadata.Key<String> NAME =
      Metadata.Key.of("web-error", Metadata.ASCII_STRING_MARSHALLER);

  private WebErrors() {}

  /// The status that tells the error to a host.
  static StatusRuntimeException toStatus(WebFetchException error) {
    Status status =
        switch (error.reason()) {
          case INVALID_URL -> Status.INVALID_ARGUMENT;
          case HOST_NOT_ALLOWED, PORT_NOT_ALLOWED, ADDRESS_NOT_ALLOWED, DOWNGRADE ->
              Status.PERMISSION_DENIED;
          case TOO_MANY_REDIRECTS -> Status.FAILED_PRECONDITION;
          case TOO_LARGE -> Status.OUT_OF_RANGE;
          case TIMEOUT -> Status.DEADLINE_EXCEEDED;
          case BUSY -> Status.RESOURCE_EXHAUSTED;
          case UNREACHABLE, UNAVAILABLE -> Status.UNAVAILABLE;
        };
    Metadata trailers = new Metadata();
    trailers.put(NAME, error.reason().name());
    return status.withDescription(StatusText.of(error)).asRuntimeException(trailers);
  }

  /// The error that a failed call means: the trailer decides if it is known, all else is
  /// UNAVAILABLE.
  static WebFetchException fromStatus(String url, StatusRuntimeException failure) {
    Metadata trailers = failure.getTrailers();
    String name = trailers == null ? null : trailers.get(NAME);
    String description = failure.getStatus().getDescription();
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(name)) {
        return new WebFetchException(
            reason, description == null ? reason.name() : description, failure);
      }
    }
    return new WebFetchException(
        Reason.UNAVAILABLE,
        "no answer for %s: %s, %s"
            .formatted(
                url,
                failure.getStatus().getCode(),
                description == null ? "no reason given" : description),
        failure);
  }
}
