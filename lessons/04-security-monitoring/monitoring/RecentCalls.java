package monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long one plugin's calls took in the last minute: for a person who looks now. Prometheus has
/// the whole history, but needs a Prometheus.
///
/// It counts into a histogram for each second, whose bounds are a quarter of an octave apart: a
/// percentile is right to within nine percent, from one microsecond to eighteen minutes, and the
/// memory is the same at one call a minute and at a million a second (30 KiB).
///
/// Safe for use by many threads.
public final class RecentCalls {
  /// How many seconds it remembers, the one under way among them.
  public static final int SECONDS = 60;

  private static final int STEPS = 4;
  private static final int BUCKETS = 30 * STEPS;

  private final LongSupplier nanoTime;
  private final Second[] seconds = new Second[SECONDS];
  private long calls;
  private long errors;

  /// Nothing so far.
  public RecentCalls() {
    this(System::nanoTime);
  }

  /// @param nanoTime a clock that never goes back, in nanoseconds
  RecentCalls(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    Arrays.setAll(seconds, index -> new Second());
  }

  /// What the calls of one second took.
  private static final class Second {
    private final int[] buckets = new int[BUCKETS];
    private long number = Long.MIN_VALUE;

    void begin(long next) {
      Arrays.fill(buckets, 0);
      number = next;
    }
  }

  /// Takes in a call that has ended.
  ///
  /// @param nanos how long it took
  /// @param ok whether it ended well
  public synchronized void add(long nanos, boolean ok) {
    calls++;
    if (!ok) {
      errors++;
    }
    long now = second();
    Second second = seconds[Math.floorMod(now, SECONDS)];
    if (second.number != now) {
      second.begin(now);
    }
    second.buckets[bucket(nanos)]++;
  }

  private long second() {
    return Math.floorDiv(nanoTime.getAsLong(), 1_000_000_000L);
  }

  private static int bucket(long nanos) {
    double octaves = Math.log(Math.max(1.0, nanos / 1_000.0)) / Math.log(2);
    return Math.min(BUCKETS - 1, (int) (octaves * STEPS));
  }

  /// The middle of a bucket, by its factor.
  private static Duration time(int bucket) {
    return Duration.ofNanos(Math.round(1_000 * Math.pow(2, (bucket + 0.5) / STEPS)));
  }

  /// The figures of now.
  public synchronized Figures figures() {
    long now = second();
    int[] minute = new int[BUCKETS];
    List<Optional<Duration>> medians = new ArrayList<>();
    for (long each = now - SECONDS + 1; each <= now; each++) {
      Second second = seconds[Math.floorMod(each, SECONDS)];
      boolean known = second.number == each;
      medians.add(known ? percentile(second.buckets, 0.5) : Optional.empty());
      for (int i = 0; known && i < BUCKETS; i++) {
        minute[i] += second.buckets[i];
      }
    }
    return new Figures(
        calls,
        errors,
        Arrays.stream(minute).asLongStream().sum(),
        percentile(minute, 0.5),
        percentile(minute, 0.99),
        medians);
  }

  /// The smallest time that so many calls were not slower than; empty if there were none.
  private static Optional<Duration> percentile(int[] buckets, double part) {
    long all = Arrays.stream(buckets).asLongStream().sum();
    long rank = (long) Math.ceil(all * part);
    long seen = 0;
    for (int i = 0; i < BUCKETS && all > 0; i++) {
      seen += buckets[i];
      if (seen >= rank) {
        return Optional.of(time(i));
      }
    }
    return Optional.empty();
  }

  /// The figures of one moment.
  ///
  /// @param calls that have ended since the host's start
  /// @param errors how many of these did not end well
  /// @param recent calls of the last minute
  /// @param median of the last minute's calls; empty if there were none
  /// @param p99 the time that 99 of 100 of them were not slower than; empty if there were none
  /// @param medians of each of the [#SECONDS] seconds, the oldest first; empty for one without
  ///   calls
  public record Figures(
      long calls,
      long errors,
      long recent,
      Optional<Duration> median,
      Optional<Duration> p99,
      List<Optional<Duration>> medians) {
    /// Copies the list.
    public Figures {
      medians = List.copyOf(medians);
    }
  }
}
