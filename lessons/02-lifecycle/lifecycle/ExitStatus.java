package lifecycle;

import java.util.Map;
import java.util.OptionalInt;

/// How a plugin's process ended.
///
/// @param code the exit code; empty for a process that someone else started, whose code the system
///   does not tell. A process that a signal killed has 128 plus the signal's number.
public record ExitStatus(OptionalInt code) {
  private static final Map<Integer, String> SIGNALS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 6, "SIGABRT", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  /// The end of a process with that code.
  public static ExitStatus of(int code) {
    return new ExitStatus(OptionalInt.of(code));
  }

  /// The end of a process whose code no one tells.
  public static ExitStatus unknown() {
    return new ExitStatus(OptionalInt.empty());
  }

  /// For a person: `exit code 3`, `exit code 137 (SIGKILL)`, `exit code unknown`.
  @Override
  public String toString() {
    if (code.isEmpty()) {
      return "exit code unknown";
    }
    String signal = SIGNALS.get(code.getAsInt() - 128);
    return "exit code " + code.getAsInt() + (signal == null ? "" : " (" + signal + ")");
  }
}
