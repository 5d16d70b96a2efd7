package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Numbers with a unit as people write them in a configuration: `100MB`, `30s`.
public final class Quantity {
  /// Bytes in a unit of size: powers of 1000 (`KB`) and of 1024 (`KiB`).
  public static final Map<String, Long> SIZES = sizes();

  /// Milliseconds in a unit of time.
  public static final Map<String, Long> TIMES = times();

  private Quantity() {}

  /// A number with a unit, as a count of the smallest unit.
  ///
  /// Exercise 3.5. The text is one or more digits `0` to `9` and, right after them, one of the
  /// units, in exactly that spelling: `100MB` with the units [#SIZES] is 100,000,000. There is
  /// nothing else in it: no blank, sign, point or second unit. Zero is a number, too, and leading
  /// zeros mean nothing.
  ///
  /// A number without a unit is refused, since nobody can tell what its author had in mind. A
  /// result that does not fit a `long` is refused and never wraps around, however many digits there
  /// are.
  ///
  /// @param text what was written
  /// @param units how many of the smallest unit each is; none is empty or has a digit
  /// @throws IllegalArgumentException if the text is no such number: the message is `no number in
  ///   front` where the first character is no digit; `no unit after 100` where the text ends after
  ///   the digits; `mb is no unit` where something else follows; `too large` where the result does
  ///   not fit
  @Exercise("3.5")
  public static long parse(String text, Map<String, Long> units) {
    ExerciseNotDone.report("3.5");
    String digits = text.replaceAll("[^0-9]", "");
    return Long.parseLong(digits) * units.getOrDefault(text.substring(digits.length()), 1L);
  }

  /// A size such as `100MB` or `64KiB`, in bytes.
  ///
  /// @throws IllegalArgumentException as [#parse] does
  public static long bytes(String text) {
    return parse(text, SIZES);
  }

  /// A length of time such as `30s`, `500ms` or `2m`.
  ///
  /// @throws IllegalArgumentException as [#parse] does
  public static Duration duration(String text) {
    return Duration.ofMillis(parse(text, TIMES));
  }

  /// What the author of a refused text may have meant: the same number with the nearest unit. Empty
  /// if there is no number, or no unit is near.
  static Optional<String> nearest(String text, Map<String, Long> units) {
    String bare = text.replaceAll("\\s", "");
    String unit = bare.replaceFirst("^[0-9]+", "");
    String digits = bare.substring(0, bare.length() - unit.length());
    if (digits.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    return NearestKey.of(unit, units.keySet()).map(near -> digits + near);
  }

  private static Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("B", 1L);
    sizes.put("KB", 1_000L);
    sizes.put("MB", 1_000_000L);
    sizes.put("GB", 1_000_000_000L);
    sizes.put("KiB", 1L << 10);
    sizes.put("MiB", 1L << 20);
    sizes.put("GiB", 1L << 30);
    return Collections.unmodifiableMap(sizes);
  }

  private static Map<String, Long> times() {
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("ms", 1L);
    times.put("s", 1_000L);
    times.put("m", 60_000L);
    times.put("h", 3_600_000L);
    return Collections.unmodifiableMap(times);
  }
}
