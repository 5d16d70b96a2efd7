package security;

import com.google.protobuf.Message;
import course.secrets.v1.OfferRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Someone in the host who keeps all that is sent to a plugin and all that it answers, as traces
/// and logs of requests do.
final class RequestLog implements ClientInterceptor {
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                keep(message);
                super.onMessage(message);
              }
            },
            headers);
      }

      @Override
      public void sendMessage(Q message) {
        keep(message);
        super.sendMessage(message);
      }
    };
  }

  private void keep(Object message) {
    if (message instanceof Message readable) {
      messages.add(readable);
    }
  }

  /// All bytes of all messages, one char each.
  String bytes() {
    StringBuilder all = new StringBuilder();
    messages.forEach(
        message -> all.append(new String(message.toByteArray(), StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  /// The tokens that went by, the oldest first.
  List<byte[]> tokens() {
    return messages.stream()
        .filter(OfferRequest.class::isInstance)
        .map(message -> ((OfferRequest) message).getToken().toByteArray())
        .toList();
  }
}
