package prove;

import java.util.ArrayList;
import java.util.List;

/// A value that is made once, by the first who asks; others wait for it. Thread-safe.
final class OnDemand<T> {
  private final Maker<T> maker;
  private final List<T> made = new ArrayList<>(1);

  OnDemand(Maker<T> maker) {
    this.maker = maker;
  }

  synchronized T get() throws InterruptedException {
    if (made.isEmpty()) {
      made.add(maker.make());
    }
    return made.getFirst();
  }

  /// Makes the value; what it throws reaches each who asks, after a try of its own.
  @FunctionalInterface
  interface Maker<T> {
    T make() throws InterruptedException;
  }
}
