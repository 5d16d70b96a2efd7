package lifecycle;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in plain words which message was too large, for whom, and where the limit is set.
///
/// A host takes answers of up to 2 GiB - 1; a plugin takes requests of up to 4 MiB unless it says
/// otherwise (go-plugin: `grpc.MaxCallRecvMsgSize`, grpc-go's default).
final class MessageLimitInterceptor implements ClientInterceptor {
  /// grpc-java's text.
  private static final Pattern LIMIT_FIRST =
      Pattern.compile("message exceeds maximum size (?<limit>[0-9]+): (?<size>[0-9]+)");

  /// grpc-go's text.
  private static final Pattern SIZE_FIRST =
      Pattern.compile("message larger than max \\((?<size>[0-9]+) vs\\. (?<limit>[0-9]+)\\)");

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                super.onClose(
                    status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                        ? explained(status, /* byPlugin= */ !trailers.keys().isEmpty())
                        : status,
                    trailers);
              }
            },
            headers);
      }
    };
  }

  /// The status in plain words, if it tells of a message that is too large.
  private static Status explained(Status status, boolean byPlugin) {
    String told = String.valueOf(status.getDescription());
    for (Pattern pattern : new Pattern[] {LIMIT_FIRST, SIZE_FIRST}) {
      Matcher matcher = pattern.matcher(told);
      if (matcher.find()) {
        String text =
            byPlugin
                ? """
                  a request of %s bytes is too large: the plugin takes at most %s.
                  Send less at a time, or let the plugin raise its limit \
                  (ServeConfig.withServer, maxInboundMessageSize)."""
                : """
                  an answer of %s bytes is too large: this host takes at most %s.
                  Ask for less at a time, or raise the host's limit \
                  (ClientConfig.dialer, maxInboundMessageSize).""";
        return status.withDescription(
            text.formatted(matcher.group("size"), matcher.group("limit")));
      }
    }
    return status;
  }
}
