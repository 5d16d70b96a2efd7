package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the end of a call counts for the breaker. The channel is the test's own.
class BreakerInterceptorTest {
  private static final BreakerPolicy POLICY =
      new BreakerPolicy(2, 2, Duration.ofSeconds(5), 2, Set.of(Status.Code.DEADLINE_EXCEEDED));

  private final VirtualTimeline time = new VirtualTimeline();
  private final CircuitBreaker breaker = new CircuitBreaker(POLICY, time);
  private final List<Status.Code> seen = new ArrayList<>();
  private Status end = Status.OK;

  private final class Ended extends Channel {
    @Override
    public String authority() {
      return "localhost";
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          listener.onClose(end, new Metadata());
        }

        @Override
        public void request(int numMessages) {}

        @Override
        public void cancel(@Nullable String why, @Nullable Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
      };
    }
  }

  private static final class Nothing implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return InputStream.nullInputStream();
    }

    @Override
    public String parse(InputStream stream) {
      return "";
    }
  }

  private void call(Status status) {
    end = status;
    MethodDescriptor<String, String> method =
        MethodDescriptor.<String, String>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("test.Service/Get")
            .setRequestMarshaller(new Nothing())
            .setResponseMarshaller(new Nothing())
            .build();
    ClientInterceptors.intercept(new Ended(), new BreakerInterceptor("a", breaker, POLICY))
        .newCall(method, CallOptions.DEFAULT.withExecutor(Runnable::run))
        .start(
            new ClientCall.Listener<>() {
              @Override
              public void onClose(Status closed, Metadata trailers) {
                seen.add(closed.getCode());
              }
            },
            new Metadata());
  }

  /// Of a plugin that hangs, too, calls are given up.
  @Test
  void aCallThatItsCallerGaveUpProvesNothing() {
    call(Status.DEADLINE_EXCEEDED);
    call(Status.DEADLINE_EXCEEDED);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);

    time.pass(POLICY.openFor());
    call(Status.CANCELLED);
    call(Status.CANCELLED);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
    call(Status.OK);
    assertThat(seen).endsWith(Status.Code.UNAVAILABLE);

    time.pass(POLICY.openFor());
    call(Status.OK);
    call(Status.OK);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
  }
}
