package lifecycle;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's state, and the rules by which it changes.
///
/// | from     | to                                |
/// |----------|-----------------------------------|
/// | new      | starting, failed                  |
/// | starting | running, stopping, failed         |
/// | running  | stopping, exited                  |
/// | stopping | exited, failed                    |
/// | exited   | nothing                           |
/// | failed   | nothing                           |
///
/// Safe for use by many threads.
public final class Lifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final Object lock = new Object();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private PluginState state = new PluginState.New();

  /// A change of state that took place.
  ///
  /// @param from the state before
  /// @param to the state now
  public record Change(PluginState from, PluginState to) {}

  /// The state at this moment.
  public PluginState state() {
    synchronized (lock) {
      return state;
    }
  }

  /// Whether the rules allow that change; the table is in the class's documentation.
  ///
  /// Exercise 2.1. Switch over the sealed type without a default, so that a new state breaks the
  /// build here.
  @Exercise("2.1")
  public static boolean allows(PluginState from, PluginState to) {
    ExerciseNotDone.report("2.1");
    return true;
  }

  /// Changes the state, if the rules allow it from the state as it is now, and tells the listeners.
  ///
  /// Exercise 2.1. Two threads may ask at once: of two changes that exclude each other exactly one
  /// takes place. Look and change under [#lock], as one step. Tell the listeners, in the order in
  /// which they came, after the lock is free: one that calls back must not hang.
  ///
  /// @return whether the change took place; if not, nothing has changed and no one is told
  @Exercise("2.1")
  public boolean moveTo(PluginState next) {
    ExerciseNotDone.report("2.1");
    Change change = new Change(state, next);
    state = next;
    listeners.forEach(listener -> listener.accept(change));
    return true;
  }

  /// Calls the listener at each change from now on, on the thread that changes the state. One that
  /// throws is worth a line in the log; the change and the other listeners do not feel it.
  public void onChange(Consumer<Change> listener) {
    listeners.add(change -> tell(listener, change));
  }

  private static void tell(Consumer<Change> listener, Change change) {
    try {
      listener.accept(change);
    } catch (RuntimeException e) {
      LOG.warn("a listener failed as a plugin became {}", change.to().label(), e);
    }
  }
}
