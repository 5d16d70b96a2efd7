package basics;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Tells of each call of a channel when it ends.
///
/// | detail | meaning |
/// |---|---|
/// | `method` | the full name, such as `course.calculator.v1.Calculator/Add` |
/// | `requests`, `responses` | number of messages sent and received |
/// | `requestBytes`, `responseBytes` | size of all these messages, in protobuf's bytes |
/// | `status` | how the call ended, such as `OK` |
/// | `nanos` | how long the call took, from its start to its end |
///
/// If messages are wanted, there are besides:
///
/// | detail | meaning |
/// |---|---|
/// | `request`, `response` | these messages, in order, as base64 of protobuf's bytes |
/// | `description` | what the plugin said of a failure; empty if nothing |
/// | `trailers` | what came with the end, as `name=value`; base64 if the name ends in `-bin` |
/// | `cut` | true if the limit left messages out, or one is none of protobuf's |
///
/// Safe for use by many threads.
public final class CallRecorder implements ClientInterceptor {
  private final Consumer<Map<String, Object>> sink;
  private final int payloadBytes;

  /// @param sink takes each call's details, on the thread that ends the call
  /// @param payloadBytes how many bytes of a call's messages are wanted in each direction; 0 for
  ///   none
  public CallRecorder(Consumer<Map<String, Object>> sink, int payloadBytes) {
    this.sink = sink;
    this.payloadBytes = payloadBytes;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    Traffic requests = new Traffic(payloadBytes);
    Traffic responses = new Traffic(payloadBytes);
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        long startedNanos = System.nanoTime();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                responses.add(message);
                super.onMessage(message);
              }

              @Override
              public void onClose(Status status, Metadata trailers) {
                long nanos = System.nanoTime() - startedNanos;
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("method", method.getFullMethodName());
                requests.describe("request", details);
                responses.describe("response", details);
                details.put("status", status.getCode().name());
                details.put("nanos", nanos);
                addPayloads(details, requests, responses, status, trailers);
                sink.accept(details);
                super.onClose(status, trailers);
              }
            },
            headers);
      }

      @Override
      public void sendMessage(Q message) {
        requests.add(message);
        super.sendMessage(message);
      }
    };
  }

  private void addPayloads(
      Map<String, Object> details,
      Traffic requests,
      Traffic responses,
      Status status,
      Metadata trailers) {
    if (payloadBytes > 0) {
      details.put("request", requests.payloads());
      details.put("response", responses.payloads());
      String description = status.getDescription();
      details.put("description", description == null ? "" : description);
      details.put("trailers", texts(trailers));
      details.put("cut", requests.cut() || responses.cut());
    }
  }

  /// What came with a call's end, sorted, each as `name=value`.
  public static List<String> texts(Metadata trailers) {
    List<String> texts = new ArrayList<>();
    for (String name : new TreeSet<>(trailers.keys())) {
      if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        Metadata.Key<byte[]> key = Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER);
        all(trailers, key)
            .forEach(value -> texts.add(name + "=" + Base64.getEncoder().encodeToString(value)));
      } else {
        Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        all(trailers, key).forEach(value -> texts.add(name + "=" + value));
      }
    }
    return texts;
  }

  private static <T> Iterable<T> all(Metadata trailers, Metadata.Key<T> key) {
    Iterable<T> values = trailers.getAll(key);
    return values == null ? List.of() : values;
  }

  /// The messages in one direction. Sender and receiver are different threads.
  private static final class Traffic {
    private final int wantedBytes;
    private final List<String> payloads = new ArrayList<>();
    private long messages;
    private long bytes;
    private boolean cut;

    Traffic(int wantedBytes) {
      this.wantedBytes = wantedBytes;
    }

    synchronized void add(Object message) {
      messages++;
      int size = message instanceof MessageLite protobuf ? protobuf.getSerializedSize() : 0;
      bytes += size;
      if (wantedBytes == 0) {
        return;
      }
      // Once one is left out, all that follow are: what is kept is how the call began.
      cut = cut || bytes > wantedBytes || messages > wantedBytes;
      if (!cut && message instanceof MessageLite protobuf) {
        payloads.add(Base64.getEncoder().encodeToString(protobuf.toByteArray()));
      } else {
        cut = true;
      }
    }

    synchronized void describe(String name, Map<String, Object> details) {
      details.put(name + "s", messages);
      details.put(name + "Bytes", bytes);
    }

    synchronized List<String> payloads() {
      return List.copyOf(payloads);
    }

    synchronized boolean cut() {
      return cut;
    }
  }
}
