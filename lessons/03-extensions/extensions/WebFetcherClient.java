package extensions;

import com.google.protobuf.ByteString;
import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebFetcher;
import contract.WebResponse;
import course.web.v1.FetchPart;
import course.web.v1.FetchPart.PartCase;
import course.web.v1.FetchRequest;
import course.web.v1.Head;
import course.web.v1.Header;
import course.web.v1.WebGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The host's side of the fetcher: a [WebFetcher] that asks another process.
///
/// A body is never in memory as a whole: its chunks are asked for as they are read. Safe for use by
/// many threads; a body is for one.
public final class WebFetcherClient implements WebFetcher {
  /// How long a fetch may take, body included, unless one says otherwise. The plugin's own limit
  /// should be shorter: it knows more to say.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  private final Channel channel;
  private final Duration timeout;

  /// A client with [#DEFAULT_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public WebFetcherClient(Channel channel) {
    this(channel, DEFAULT_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout for a fetch from beginning to the body's end, more than zero
  public WebFetcherClient(Channel channel, Duration timeout) {
    this.channel = channel;
    this.timeout = timeout;
  }

  @Override
  public WebResponse fetch(String url) {
    StreamedAnswer<FetchRequest, FetchPart> answer = new StreamedAnswer<>();
    WebGrpc.newStub(channel)
        .withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS)
        .fetch(FetchRequest.newBuilder().setUrl(url).build(), answer);
    boolean begun = false;
    try {
      Head head = head(url, answer);
      InputStream body =
          new InboxStream<>(
              answer.inbox(),
              part -> content(url, part),
              failure -> WebErrors.fromStatus(url, failure),
              answer::cancel);
      WebResponse response = new WebResponse(head.getStatus(), head.getUrl(), headers(head), body);
      begun = true;
      return response;
    } catch (StatusRuntimeException e) {
      throw WebErrors.fromStatus(url, e);
    } finally {
      if (!begun) {
        answer.cancel();
      }
    }
  }

  private static Head head(String url, StreamedAnswer<FetchRequest, FetchPart> answer) {
    FetchPart first = answer.inbox().take();
    if (first == null || first.getPartCase() != PartCase.HEAD) {
      throw broken(url, "the answer does not begin with its head");
    }
    if (first.getHead().getStatus() < 100 || first.getHead().getStatus() > 599) {
      throw broken(url, "the answer has the status " + first.getHead().getStatus());
    }
    return first.getHead();
  }

  private static ByteString content(String url, FetchPart part) {
    if (part.getPartCase() != PartCase.CONTENT) {
      throw broken(url, "the body has a part that is no chunk");
    }
    return part.getContent();
  }

  private static WebFetchException broken(String url, String what) {
    return new WebFetchException(Reason.UNAVAILABLE, "%s: %s".formatted(url, what));
  }

  private static Map<String, List<String>> headers(Head head) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (Header header : head.getHeadersList()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return headers;
  }
}
