package security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;

/// What two lists of permissions, or two limits, have in common.
final class Overlap {
  private Overlap() {}

  /// Of each pair the narrower one, if the other covers it.
  static <T> List<T> of(List<T> left, List<T> right, BiPredicate<T, T> covers) {
    Set<T> common = new LinkedHashSet<>();
    for (T one : left) {
      for (T other : right) {
        if (covers.test(other, one)) {
          common.add(one);
        } else if (covers.test(one, other)) {
          common.add(other);
        }
      }
    }
    return List.copyOf(common);
  }

  static <T> List<T> all(List<T> left, List<T> right) {
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  static Optional<CallRate> lower(Optional<CallRate> left, Optional<CallRate> right) {
    return left.isPresent() && right.isPresent()
        ? Optional.of(new CallRate(Math.min(left.get().perSecond(), right.get().perSecond())))
        : left.or(() -> right);
  }

  static OptionalLong lower(OptionalLong left, OptionalLong right) {
    return left.isPresent() && right.isPresent()
        ? OptionalLong.of(Math.min(left.getAsLong(), right.getAsLong()))
        : left.isPresent() ? left : right;
  }

  static OptionalInt lower(OptionalInt left, OptionalInt right) {
    return left.isPresent() && right.isPresent()
        ? OptionalInt.of(Math.min(left.getAsInt(), right.getAsInt()))
        : left.isPresent() ? left : right;
  }
}
