package check;

import java.time.Duration;
import java.util.List;

/// The checks of one exercise that were run, and the time they took together.
///
/// @param checks in the order of their source
public record Tally(List<CheckOutcome> checks, Duration time) {
  static final Tally NONE = new Tally(List.of(), Duration.ZERO);

  public Tally {
    checks = List.copyOf(checks);
  }

  /// How many passed.
  public long passed() {
    return checks.stream().filter(CheckOutcome::passed).count();
  }

  /// How many there are, skipped ones included.
  public int total() {
    return checks.size();
  }
}
