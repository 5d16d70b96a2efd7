package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Stops calls that would most likely fail: their callers learn so at once and do not queue up, and
/// the plugin gets time to recover. Safe for use by many threads.
///
/// Closed, it lets all through and remembers how the last ones ended. Too many failures open it.
/// After a while it is half open: a few calls try whether it is well again.
public final class CircuitBreaker {
  private final BreakerPolicy policy;
  private final InstantSource clock;
  private final Object lock = new Object();
  private final Deque<Boolean> recent = new ArrayDeque<>();
  private State state = State.CLOSED;
  private Instant tryAt = Instant.MIN;
  private int trialsWell;
  private long epoch;

  /// What it does with calls.
  public enum State {
    /// All go through.
    CLOSED,
    /// None goes through.
    OPEN,
    /// A few go through, to try.
    HALF_OPEN
  }

  /// A closed one.
  public CircuitBreaker(BreakerPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /// Asks whether a call may begin.
  ///
  /// Exercise 4.7. Closed, it may. Open, it may not, until [BreakerPolicy#openFor] is up (an
  /// instant `tryAt` holds when that is); the first call from then on makes the breaker half open,
  /// and so many calls as [BreakerPolicy#trials] may begin, no more. If they have not decided it by
  /// the time that as long again is up, the next call begins a new round of trials: a trial may
  /// never end, and the breaker must not wait for it for ever. [#become] enters a state,
  /// [#tryLater] sets `tryAt` anew.
  ///
  /// @return the call's number, to be given to [#ended]; negative if it must not begin
  @Exercise("4.7")
  public long enter() {
    ExerciseNotDone.report("4.7");
    return epoch;
  }

  /// Tells how a call ended. One that began before the breaker last changed its state, or before
  /// [#reset], counts no more: it says nothing about now.
  ///
  /// @param entered what [#enter] returned
  /// @param well whether it counts as a success
  public void ended(long entered, boolean well) {
    synchronized (lock) {
      if (entered != epoch) {
        return;
      }
      if (state == State.HALF_OPEN) {
        trialEnded(well);
        return;
      }
      recent.addLast(well);
      if (recent.size() > policy.window()) {
        recent.removeFirst();
      }
      if (recent.stream().filter(success -> !success).count() >= policy.failures()) {
        open();
      }
    }
  }

  private void trialEnded(boolean well) {
    if (!well) {
      open();
    } else if (++trialsWell == policy.trials()) {
      become(State.CLOSED);
    }
  }

  private void open() {
    become(State.OPEN);
    tryLater();
  }

  private void tryLater() {
    tryAt = clock.instant().plus(policy.openFor());
  }

  private void become(State next) {
    state = next;
    epoch++;
    recent.clear();
  }

  /// Closes it and forgets all: another process serves.
  public void reset() {
    synchronized (lock) {
      become(State.CLOSED);
    }
  }

  /// What it does now.
  public State state() {
    synchronized (lock) {
      return state;
    }
  }
}
