package extensions;

import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebFetcher;
import contract.WebResponse;
import course.web.v1.FetchPart;
import course.web.v1.FetchRequest;
import course.web.v1.Head;
import course.web.v1.Header;
import course.web.v1.WebGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.Locale;

/// The plugin's side of the fetcher: takes a remote call, asks the [WebFetcher], sends its answer.
///
/// It decides nothing about URLs. A host that reads slowly slows the web server down.
public final class WebFetcherService extends WebGrpc.WebImplBase {
  private final WebFetcher fetcher;
  private final TransferSlots slots = new TransferSlots("web");

  /// @param fetcher the fetcher to ask; the caller keeps it
  public WebFetcherService(WebFetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public void fetch(FetchRequest request, StreamObserver<FetchPart> answer) {
    ServerCallStreamObserver<FetchPart> call = ServedTransfer.callOf(answer);
    PacedSender<FetchPart> sender = new PacedSender<>(call);
    call.setOnCancelHandler(() -> sender.stop(ServedTransfer.cancelled()));
    ServedTransfer.run(
        slots,
        call,
        () -> {
          try (WebResponse response = fetcher.fetch(request.getUrl())) {
            sender.send(FetchPart.newBuilder().setHead(head(response)).build());
            sender.sendAll(
                response.body(),
                WebFetcher.CHUNK_LIMIT_BYTES,
                chunk -> FetchPart.newBuilder().setContent(chunk).build());
          }
        },
        WebFetcherService::status);
  }

  private static Head head(WebResponse response) {
    Head.Builder head = Head.newBuilder().setStatus(response.status()).setUrl(response.url());
    response
        .headers()
        .forEach((name, values) -> values.forEach(value -> head.addHeaders(header(name, value))));
    return head.build();
  }

  private static Header header(String name, String value) {
    return Header.newBuilder().setName(name.toLowerCase(Locale.ROOT)).setValue(value).build();
  }

  private static StatusRuntimeException status(Exception error) {
    return switch (error) {
      case WebFetchException e -> WebErrors.toStatus(e);
      case StatusRuntimeException e -> e;
      case ServedTransfer.BusyException e ->
          WebErrors.toStatus(
              new WebFetchException(Reason.BUSY, "%d transfers at once".formatted(e.limit())));
      case IOException e ->
          WebErrors.toStatus(new WebFetchException(Reason.UNREACHABLE, String.valueOf(e), e));
      case UnsupportedOperationException e ->
          Status.UNIMPLEMENTED.withDescription(StatusText.of(e)).asRuntimeException();
      default -> ServedTransfer.unknown(error);
    };
  }
}
