package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How many restarts a plugin may have within a time. The window slides: each restart counts for
/// exactly that long. Not safe for use by many threads.
public final class RestartBudget {
  private final int restarts;
  private final Duration window;
  private final Deque<Instant> taken = new ArrayDeque<>();

  /// @param restarts how many at most; zero for none at all
  /// @param window within which time
  /// @throws IllegalArgumentException if the number is negative or the time is not more than zero
  public RestartBudget(int restarts, Duration window) {
    if (restarts < 0 || !window.isPositive()) {
      throw new IllegalArgumentException("no budget: " + restarts + " in " + window);
    }
    this.restarts = restarts;
    this.window = window;
  }

  /// Takes one restart, if one is left.
  ///
  /// Exercise 4.7. One that was taken exactly a window ago, or longer, counts no more. Keeps no
  /// more in mind than it needs, however long it lives.
  ///
  /// @param now never earlier than the call before
  /// @return false if none is left; nothing is taken then
  @Exercise("4.7")
  public boolean take(Instant now) {
    ExerciseNotDone.report("4.7");
    return false;
  }

  /// How many are left.
  public int left(Instant now) {
    forget(now);
    return restarts - taken.size();
  }

  /// When the next one is left: now, or when the oldest does not count any more; empty for never.
  public Optional<Instant> next(Instant now) {
    if (left(now) > 0) {
      return Optional.of(now);
    }
    return Optional.ofNullable(taken.peekFirst()).map(oldest -> oldest.plus(window));
  }

  /// Forgets all restarts: for a plugin that someone has mended.
  public void refill() {
    taken.clear();
  }

  private void forget(Instant now) {
    while (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(window))) {
      taken.removeFirst();
    }
  }
}
