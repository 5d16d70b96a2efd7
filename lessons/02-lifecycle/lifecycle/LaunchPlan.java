package lifecycle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is needed to start a plugin's process. Immutable.
///
/// @param command the executable and its arguments; may be empty for a [RunnerFactory] that knows
///   what to run
/// @param environment the whole environment of the process, with the magic cookie and the
///   protocol's own variables
/// @param workingDirectory where it runs; empty for the host's own
public record LaunchPlan(
    List<String> command, Map<String, String> environment, Optional<Path> workingDirectory) {
  /// Copies list and map.
  public LaunchPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
