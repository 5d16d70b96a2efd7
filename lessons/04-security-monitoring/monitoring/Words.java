package monitoring;

import java.time.Duration;

/// Times for people.
final class Words {
  private Words() {}

  /// Such as `1 h`, `90 s`, `250 ms`.
  static String of(Duration time) {
    if (time.toMillis() % 1_000 != 0) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() % 3_600 == 0 && !time.isZero()) {
      return time.toHours() + " h";
    }
    return time.toSeconds() % 60 == 0 && !time.isZero()
        ? time.toMinutes() + " min"
        : time.toSeconds() + " s";
  }
}
