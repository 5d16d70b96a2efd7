package lifecycle;

import basics.CallRecorder;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// One call of any method by its name, with messages as bytes: no generated code is needed.
final class RawCall extends ClientCall.Listener<ByteString> {
  private static final MethodDescriptor.Marshaller<ByteString> BYTES = new Bytes();

  private final ClientCall<ByteString, ByteString> call;
  private final int mostMessages;
  private final Queue<ByteString> received = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();

  private RawCall(ClientCall<ByteString, ByteString> call, int mostMessages) {
    this.call = call;
    this.mostMessages = mostMessages;
  }

  /// Makes the call and waits for its end. All requests are sent at once, in their order.
  ///
  /// @param mostMessages after so many answers it is broken off
  /// @throws InterruptedException if the thread is interrupted; the call is broken off
  static CallOutcome make(
      Channel channel, String method, List<ByteString> requests, int mostMessages, Duration limit)
      throws InterruptedException {
    MethodDescriptor<ByteString, ByteString> descriptor =
        MethodDescriptor.newBuilder(BYTES, BYTES)
            .setType(MethodType.BIDI_STREAMING)
            .setFullMethodName(method)
            .build();
    ClientCall<ByteString, ByteString> call =
        channel.newCall(
            descriptor,
            CallOptions.DEFAULT.withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS));
    RawCall raw = new RawCall(call, mostMessages);
    call.start(raw, new Metadata());
    requests.forEach(call::sendMessage);
    call.halfClose();
    call.request(1);
    try {
      return raw.outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome never completes exceptionally", e);
    } catch (InterruptedException e) {
      call.cancel("interrupted", e);
      throw e;
    }
  }

  @Override
  public void onMessage(ByteString message) {
    received.add(message);
    if (received.size() > mostMessages) {
      call.cancel("more than %d answers".formatted(mostMessages), null);
    } else {
      call.request(1);
    }
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    String description = status.getDescription();
    outcome.complete(
        new CallOutcome(
            status.getCode().name(),
            description == null ? "" : description,
            CallRecorder.texts(trailers),
            List.copyOf(received)));
  }

  /// Messages as they are.
  private static final class Bytes implements MethodDescriptor.Marshaller<ByteString> {
    @Override
    public InputStream stream(ByteString message) {
      return message.newInput();
    }

    @Override
    public ByteString parse(InputStream stream) {
      try {
        return ByteString.readFrom(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
