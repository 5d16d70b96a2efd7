package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a caller sees of calls whose process is gone. The channel is the test's own.
class RetryInterceptorTest {
  private static final String METHOD = "test.Service/Get";
  private static final RetryPolicy POLICY = RetryPolicy.DEFAULT.with(Set.of(METHOD));

  private final VirtualTimeline time = new VirtualTimeline();
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<String> attempts = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean hopeless;
  private boolean holding;

  /// How an attempt ends: after a part of an answer, or none, with that status.
  private record Outcome(boolean headers, boolean message, Status status) {}

  private static final Outcome GONE = new Outcome(false, false, Status.UNAVAILABLE);
  private static final Outcome GOOD = new Outcome(true, true, Status.OK);

  private static final class Text implements Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Ends each attempt when the caller has said all.
  private final class Scripted extends Channel {
    @Override
    public String authority() {
      return "localhost";
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      if (outcomes.isEmpty()) {
        throw new IllegalStateException("there is no way to call");
      }
      return new ScriptedCall<>();
    }
  }

  private final class ScriptedCall<Q, A> extends ClientCall<Q, A> {
    private @Nullable Listener<A> listener;
    private @Nullable Q message;
    private int requested;

    @Override
    public void start(Listener<A> answers, Metadata headers) {
      listener = answers;
    }

    @Override
    public void request(int numMessages) {
      requested += numMessages;
    }

    @Override
    public void cancel(@Nullable String why, @Nullable Throwable cause) {
      attempts.add("cancelled");
    }

    @Override
    public void sendMessage(Q sent) {
      message = sent;
    }

    @Override
    public void halfClose() {
      attempts.add(message + "/" + requested);
      Outcome outcome = outcomes.removeFirst();
      Listener<A> answers = listener;
      if (answers == null) {
        throw new IllegalStateException("not started");
      }
      if (holding) {
        held.add(() -> answers.onClose(outcome.status(), new Metadata()));
        return;
      }
      if (outcome.headers()) {
        answers.onHeaders(new Metadata());
      }
      if (outcome.message()) {
        @SuppressWarnings("unchecked") // In this test all messages are texts.
        A answer = (A) "answer";
        answers.onMessage(answer);
      }
      answers.onClose(outcome.status(), new Metadata());
    }
  }

  private ClientCall<String, String> call(MethodType type, CallOptions options) {
    MethodDescriptor<String, String> method =
        MethodDescriptor.<String, String>newBuilder()
            .setType(type)
            .setFullMethodName(METHOD)
            .setRequestMarshaller(new Text())
            .setResponseMarshaller(new Text())
            .build();
    Channel channel =
        ClientInterceptors.intercept(
            new Scripted(), new RetryInterceptor(POLICY, time, new Random(3), () -> hopeless));
    ClientCall<String, String> call = channel.newCall(method, options);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onHeaders(Metadata headers) {
            seen.add("headers");
          }

          @Override
          public void onMessage(String message) {
            seen.add(message);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            seen.add(status.getCode().name());
          }
        },
        new Metadata());
    call.request(2);
    call.sendMessage("question");
    call.halfClose();
    return call;
  }

  @Test
  void theCallIsMadeAgainUntilItIsAnswered() {
    outcomes.addAll(List.of(GONE, GONE, GONE, GOOD));
    call(MethodType.UNARY, CallOptions.DEFAULT);
    assertThat(seen).isEmpty();
    time.pass(Duration.ofSeconds(1));
    assertThat(attempts).hasSize(4).containsOnly("question/2");
    assertThat(seen).containsExactly("headers", "answer", "OK");
    assertThat(time.planned()).isZero();
  }

  @Test
  void aPartOfAnAnswerIsNotPassedOn() {
    outcomes.addAll(
        List.of(
            new Outcome(true, false, Status.UNAVAILABLE),
            new Outcome(true, true, Status.UNAVAILABLE),
            GOOD));
    call(MethodType.UNARY, CallOptions.DEFAULT);
    time.pass(Duration.ofSeconds(1));
    assertThat(seen).containsExactly("headers", "answer", "OK");
  }

  @Test
  void whatThePluginSaidItselfIsNoReasonToAskAgain() {
    for (Status status : List.of(Status.INTERNAL, Status.DEADLINE_EXCEEDED, Status.NOT_FOUND)) {
      outcomes.add(new Outcome(false, false, status));
      call(MethodType.UNARY, CallOptions.DEFAULT);
    }
    time.pass(Duration.ofSeconds(1));
    assertThat(attempts).hasSize(3);
    assertThat(seen).containsExactly("INTERNAL", "DEADLINE_EXCEEDED", "NOT_FOUND");
  }

  @Test
  void itGivesUpWhenItsTimeIsUp() {
    for (int i = 0; i < 1_000; i++) {
      outcomes.add(GONE);
    }
    call(MethodType.UNARY, CallOptions.DEFAULT.withDeadlineAfter(300, TimeUnit.MILLISECONDS));
    time.pass(Duration.ofMillis(301));
    assertThat(seen).containsExactly("UNAVAILABLE");
    assertThat(attempts).hasSizeBetween(4, 40);

    attempts.clear();
    call(MethodType.UNARY, CallOptions.DEFAULT);
    time.pass(POLICY.patience());
    assertThat(seen).as("without a deadline it has patience").hasSize(2);
    assertThat(time.planned()).isZero();
  }

  @Test
  void aStreamIsNeverMadeAgain() {
    outcomes.add(GONE);
    call(MethodType.SERVER_STREAMING, CallOptions.DEFAULT);
    assertThat(seen).containsExactly("UNAVAILABLE");
  }

  @Test
  void noOneWaitsForAPluginThatDoesNotComeBack() {
    hopeless = true;
    outcomes.add(GONE);
    call(MethodType.UNARY, CallOptions.DEFAULT);
    assertThat(seen).containsExactly("UNAVAILABLE");
  }

  @Test
  void aCallThatIsCancelledBetweenTwoAttemptsEndsAndIsNotMadeAgain() {
    outcomes.addAll(List.of(GONE, GOOD));
    ClientCall<String, String> call =
        call(MethodType.UNARY, CallOptions.DEFAULT.withExecutor(Runnable::run));
    call.cancel("not wanted any more", null);
    time.pass(Duration.ofSeconds(1));
    assertThat(attempts).hasSize(1);
    assertThat(seen).containsExactly("CANCELLED");
    assertThat(time.planned()).isZero();
  }

  /// Its end is on the way to the caller while the caller gives it up.
  @Test
  void aCallThatIsCancelledAsItsAttemptEndsIsNotMadeAgain() {
    outcomes.addAll(List.of(GONE, GOOD));
    holding = true;
    ClientCall<String, String> call = call(MethodType.UNARY, CallOptions.DEFAULT);
    call.cancel("not wanted any more", null);
    held.forEach(Runnable::run);
    time.pass(Duration.ofSeconds(1));
    assertThat(attempts).containsExactly("question/2", "cancelled");
    assertThat(seen).hasSize(1);
    assertThat(time.planned()).isZero();
  }

  @Test
  void anAttemptThatCannotBeginEndsTheCall() {
    outcomes.add(GONE);
    call(MethodType.UNARY, CallOptions.DEFAULT.withExecutor(Runnable::run));
    time.pass(Duration.ofSeconds(1));
    assertThat(seen).containsExactly("UNKNOWN");
    assertThat(time.planned()).isZero();
  }
}
