package monitoring;

import extensions.RefusedCall;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares what each plugin does with what it usually does, and acts: tells, slows down, takes
/// out.
///
/// Three figures of a plugin are looked at, each for itself: its calls, its errors, and what it was
/// denied ([#denied], told by whoever enforces permissions). The highest level of the three holds.
///
/// ```java
/// AnomalyWatch watch = new AnomalyWatch(AnomalyPolicy.DEFAULT, timeline);
/// try (Supervisor supervisor = builder.interceptor(watch::interceptor).open()) {
///   watch.onQuarantine(supervisor::quarantine);
///   watch.start();
/// ```
///
/// Safe for use by many threads. Close it.
public final class AnomalyWatch implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(AnomalyWatch.class);

  private final AnomalyPolicy policy;
  private final Timeline timeline;
  private final Map<String, Watched> plugins = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new ArrayList<>();
  private BiConsumer<String, String> quarantine = (plugin, reason) -> {};
  private Timeline.Appointment next = Timeline.Appointment.NONE;
  private boolean closed;

  /// A plugin's level has changed.
  ///
  /// @param plugin its name
  /// @param at when
  /// @param from the level before
  /// @param to the level that holds now
  /// @param reason which figure stands out, and from what, for a person
  public record Change(
      String plugin, Instant at, AnomalyLevel from, AnomalyLevel to, String reason) {}

  /// A watch that begins with [#start].
  public AnomalyWatch(AnomalyPolicy policy, Timeline timeline) {
    this.policy = policy;
    this.timeline = timeline;
  }

  /// What takes a plugin out, with its name and the reason, such as [Supervisor#quarantine]. To be
  /// said before [#start].
  public void onQuarantine(BiConsumer<String, String> action) {
    quarantine = action;
  }

  /// Tells that listener of each change. To be said before [#start].
  public void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /// Takes the samples from now on.
  public synchronized void start() {
    if (!closed) {
      next = timeline.after(policy.interval(), this::sample);
    }
  }

  private void sample() {
    try {
      plugins.forEach((name, plugin) -> plugin.sample().ifPresent(this::tell));
    } finally {
      start();
    }
  }

  private void tell(Change change) {
    LOGGER.warn(
        "the plugin \"{}\" is {}, was {}: {}",
        change.plugin(),
        change.to().label(),
        change.from().label(),
        change.reason());
    listeners.forEach(listener -> tell(change, () -> listener.accept(change)));
    if (change.to() == AnomalyLevel.QUARANTINE) {
      tell(change, () -> quarantine.accept(change.plugin(), change.reason()));
    }
  }

  /// Who fails keeps no one else from being told, and ends no watch.
  private static void tell(Change change, Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOGGER.error("who was told failed: {}", change, e);
    }
  }

  /// Counts the calls of that plugin, and holds them back while it is throttled. For
  /// [Supervisor.Builder#interceptor].
  public ClientInterceptor interceptor(String plugin) {
    Watched watched = watched(plugin);
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (!watched.admit()) {
          return new RefusedCall<>(
              Status.RESOURCE_EXHAUSTED.withDescription(
                  "the plugin \"%s\" is throttled: it behaves unusually".formatted(plugin)),
              options.getExecutor());
        }
        return new CountedCall<>(next.newCall(method, options), watched);
      }
    };
  }

  /// The plugin asked for something and was denied it.
  public void denied(String plugin) {
    watched(plugin).denials.count.incrementAndGet();
  }

  /// The level that holds for that plugin.
  public AnomalyLevel level(String plugin) {
    return watched(plugin).level;
  }

  private Watched watched(String plugin) {
    return plugins.computeIfAbsent(plugin, Watched::new);
  }

  /// Takes no more samples. Calls go on to be counted, and none is held back any more.
  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
    plugins.values().forEach(plugin -> plugin.level = AnomalyLevel.NORMAL);
  }

  private static final class CountedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final Watched watched;

    CountedCall(ClientCall<Q, A> call, Watched watched) {
      super(call);
      this.watched = watched;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              if (!status.isOk()) {
                watched.errors.count.incrementAndGet();
              }
              super.onClose(status, trailers);
            }
          },
          headers);
    }
  }

  /// One figure of a plugin.
  private final class Figure {
    private final String name;
    private final AtomicLong count = new AtomicLong();
    private final AnomalyDetector detector = new AnomalyDetector(policy);
    private long last;

    Figure(String name) {
      this.name = name;
    }

    void sample() {
      last = count.getAndSet(0);
      detector.judge((double) last);
    }

    String reason() {
      return "%d %s in %s; usual are %.1f, give or take %.1f"
          .formatted(
              last,
              name,
              Words.of(policy.interval()),
              detector.baseline().mean(),
              detector.baseline().deviation());
    }
  }

  private final class Watched {
    private final String plugin;
    private final Figure calls = new Figure("calls");
    private final Figure errors = new Figure("errors");
    private final Figure denials = new Figure("denials");
    private final AtomicInteger admitted = new AtomicInteger();
    private volatile AnomalyLevel level = AnomalyLevel.NORMAL;

    Watched(String plugin) {
      this.plugin = plugin;
    }

    /// A call that is held back counts all the same: who goes on trying does not calm down.
    boolean admit() {
      calls.count.incrementAndGet();
      return level.compareTo(AnomalyLevel.THROTTLE) < 0
          || admitted.incrementAndGet() <= policy.throttledCalls();
    }

    Optional<Change> sample() {
      admitted.set(0);
      Figure highest = calls;
      for (Figure figure : List.of(calls, errors, denials)) {
        figure.sample();
        if (figure.detector.level().compareTo(highest.detector.level()) > 0) {
          highest = figure;
        }
      }
      AnomalyLevel before = level;
      level = highest.detector.level();
      return level == before
          ? Optional.empty()
          : Optional.of(new Change(plugin, timeline.instant(), before, level, highest.reason()));
    }
  }
}
