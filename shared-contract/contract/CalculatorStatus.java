package contract;

import java.time.Duration;

/// How a calculator is, at one moment.
///
/// @param initialized true from `initialize` until `shutdown`
/// @param uptime time since `initialize`; zero while not initialized, never negative
/// @param calls calculations asked for since the process started, failed ones included
/// @param errors how many of them failed: `0 <= errors <= calls`
public record CalculatorStatus(boolean initialized, Duration uptime, long calls, long errors) {
  /// @throws IllegalArgumentException if a number is negative or `errors` exceeds `calls`
  public CalculatorStatus {
    if (uptime.isNegative()) {
      throw new IllegalArgumentException("uptime < 0: " + uptime);
    }
    if (errors < 0 || errors > calls) {
      throw new IllegalArgumentException("errors not in 0.." + calls + ": " + errors);
    }
  }
}
