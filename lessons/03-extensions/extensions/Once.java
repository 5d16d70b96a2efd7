package extensions;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, and only then. Safe for use by many threads.
final class Once<T> {
  private final Supplier<? extends T> maker;
  private @Nullable T value;

  Once(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
