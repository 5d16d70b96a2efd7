package monitoring;

/// How much a host traces. Immutable.
///
/// @param ratio the part of all traces that is recorded, 0 to 1; a trace is recorded in all of its
///   processes or in none
/// @param spans how many finished spans are kept, of the host and of each plugin; the newest stay
public record TracePolicy(double ratio, int spans) {
  /// All traces; the last 5,000 spans of each side, some twenty megabytes for each at most.
  public static final TracePolicy DEFAULT = new TracePolicy(1, 5_000);

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if the ratio is not in 0 to 1, or `spans` is less than 1
  public TracePolicy {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio not in 0..1: " + ratio);
    }
    if (spans < 1) {
      throw new IllegalArgumentException("spans < 1: " + spans);
    }
  }

  /// This policy with another ratio.
  public TracePolicy withRatio(double other) {
    return new TracePolicy(other, spans);
  }

  /// This policy with another number of spans.
  public TracePolicy withSpans(int other) {
    return new TracePolicy(ratio, other);
  }
}
