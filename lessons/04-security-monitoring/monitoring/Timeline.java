package monitoring;

import java.time.Duration;
import java.time.InstantSource;

/// The time, and what is to be done at a later one: the system's, or a test's own. Safe for use by
/// many threads.
public interface Timeline extends InstantSource {
  /// Does that once, after a while, on a thread where it may take its time.
  ///
  /// @param delay zero or more
  /// @param action what it throws is logged and stops nothing else
  /// @return calls it off
  Appointment after(Duration delay, Runnable action);

  /// What is to be done later.
  @FunctionalInterface
  interface Appointment {
    /// Nothing is to be done.
    Appointment NONE = () -> {};

    /// Calls it off, unless it has begun. Calling it again does nothing.
    void cancel();
  }
}
