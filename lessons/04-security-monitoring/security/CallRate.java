package security;

/// How often something may be called.
///
/// @param perSecond calls a second in the long run, and in a row after a pause; 1 to 1,000,000
public record CallRate(int perSecond) {
  private static final int MOST = 1_000_000;

  /// @throws IllegalArgumentException if the number is out of range
  public CallRate {
    if (perSecond < 1 || perSecond > MOST) {
      throw new IllegalArgumentException("1/s to %d/s, not %d/s".formatted(MOST, perSecond));
    }
  }

  /// A rate as it is written: `100/s`.
  ///
  /// @throws IllegalArgumentException if it is none
  public static CallRate parse(String text) {
    if (!text.matches("[0-9]{1,7}/s")) {
      throw new IllegalArgumentException("no rate; write calls per second, such as 100/s");
    }
    return new CallRate(Integer.parseInt(text.substring(0, text.length() - 2)));
  }

  @Override
  public String toString() {
    return perSecond + "/s";
  }
}
