package monitoring;

import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One unary call, made as often as it takes. What the caller did is remembered and done again with
/// each attempt.
final class RetryingCall<Q, A> extends ClientCall<Q, A> {
  private final Supplier<ClientCall<Q, A>> attempts;
  private final RetryPolicy policy;
  private final Timeline timeline;
  private final RandomGenerator random;
  private final BooleanSupplier hopeless;
  private final Set<RetryingCall<?, ?>> waiting;
  private final Executor executor;
  private final Context context = Context.current();
  private final @Nullable Deadline deadline;
  private final Object lock = new Object();
  private ClientCall<Q, A> current;
  private Timeline.Appointment next = Timeline.Appointment.NONE;
  private @Nullable Listener<A> listener;
  private Metadata headers = new Metadata();
  private Instant giveUpAt = Instant.MAX;
  private @Nullable Q message;
  private int requested;
  private int failures;
  private boolean halfClosed;
  private boolean pausing;
  private boolean cancelled;
  private boolean over;

  RetryingCall(
      Supplier<ClientCall<Q, A>> attempts,
      CallOptions options,
      RetryPolicy policy,
      Timeline timeline,
      RandomGenerator random,
      BooleanSupplier hopeless,
      Set<RetryingCall<?, ?>> waiting) {
    this.attempts = attempts;
    this.policy = policy;
    this.timeline = timeline;
    this.random = random;
    this.hopeless = hopeless;
    this.waiting = waiting;
    this.executor =
        options.getExecutor() == null ? Thread::startVirtualThread : options.getExecutor();
    this.deadline = options.getDeadline();
    this.current = attempts.get();
  }

  @Override
  public void start(Listener<A> answers, Metadata sent) {
    synchronized (lock) {
      listener = answers;
      headers = sent;
      giveUpAt = timeline.instant().plus(timeLeft());
      current.start(new Attempt(answers), copy(sent));
    }
  }

  private Duration timeLeft() {
    Deadline own = deadline;
    Deadline inherited = context.getDeadline();
    if (own == null || (inherited != null && inherited.isBefore(own))) {
      own = inherited;
    }
    return own == null
        ? policy.patience()
        : Duration.ofNanos(own.timeRemaining(TimeUnit.NANOSECONDS));
  }

  /// An attempt adds to the headers that it is given.
  private static Metadata copy(Metadata headers) {
    Metadata copy = new Metadata();
    copy.merge(headers);
    return copy;
  }

  /// Ends the pause, if there is one.
  void again() {
    Listener<A> answers;
    synchronized (lock) {
      answers = listener;
      waiting.remove(this);
      if (!pausing || answers == null) {
        return;
      }
      pausing = false;
      try {
        context.run(() -> attempt(answers));
        return;
      } catch (RuntimeException e) {
        // No one else hears of it: a caller without a deadline would wait for ever.
        over = true;
        Status status = Status.fromThrowable(e);
        executor.execute(() -> answers.onClose(status, new Metadata()));
      }
    }
  }

  private void attempt(Listener<A> answers) {
    current = attempts.get();
    current.start(new Attempt(answers), copy(headers));
    if (requested > 0) {
      current.request(requested);
    }
    if (message != null) {
      current.sendMessage(message);
    }
    if (halfClosed) {
      current.halfClose();
    }
  }

  /// @return whether there will be another attempt, or the caller has heard of the end
  private boolean pause(Status status) {
    synchronized (lock) {
      if (over) {
        return true;
      }
      if (status.getCode() != Status.Code.UNAVAILABLE || cancelled || context.isCancelled()) {
        return false;
      }
      failures++;
      Duration delay = policy.backoff().delay(failures, random);
      // Before the question: a host that ends asks those that wait to go on, after it has no hope.
      waiting.add(this);
      if (hopeless.getAsBoolean() || timeline.instant().plus(delay).isAfter(giveUpAt)) {
        waiting.remove(this);
        return false;
      }
      pausing = true;
      next = timeline.after(delay, this::again);
      return true;
    }
  }

  @Override
  public void cancel(@Nullable String reason, @Nullable Throwable cause) {
    Listener<A> answers;
    synchronized (lock) {
      cancelled = true;
      if (!pausing) {
        current.cancel(reason, cause);
        return;
      }
      pausing = false;
      next.cancel();
      waiting.remove(this);
      answers = listener;
    }
    if (answers != null) {
      Status status = Status.CANCELLED.withDescription(reason).withCause(cause);
      executor.execute(() -> answers.onClose(status, new Metadata()));
    }
  }

  @Override
  public void request(int messages) {
    synchronized (lock) {
      requested += messages;
      if (!pausing) {
        current.request(messages);
      }
    }
  }

  @Override
  public void sendMessage(Q sent) {
    synchronized (lock) {
      message = sent;
      if (!pausing) {
        current.sendMessage(sent);
      }
    }
  }

  @Override
  public void halfClose() {
    synchronized (lock) {
      halfClosed = true;
      if (!pausing) {
        current.halfClose();
      }
    }
  }

  @Override
  public boolean isReady() {
    synchronized (lock) {
      return current.isReady();
    }
  }

  @Override
  public Attributes getAttributes() {
    synchronized (lock) {
      return current.getAttributes();
    }
  }

  /// Lets the caller see the last attempt alone: a plugin may die in the middle of an answer, so
  /// nothing of it is passed on before its end has come.
  private final class Attempt extends SimpleForwardingClientCallListener<A> {
    private @Nullable Metadata received;
    private @Nullable A answer;

    Attempt(Listener<A> answers) {
      super(answers);
    }

    @Override
    public void onHeaders(Metadata first) {
      received = first;
    }

    @Override
    public void onMessage(A message) {
      answer = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (pause(status)) {
        return;
      }
      if (received != null) {
        super.onHeaders(received);
      }
      if (answer != null) {
        super.onMessage(answer);
      }
      super.onClose(status, trailers);
    }
  }
}
