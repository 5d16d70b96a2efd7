package lifecycle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is needed to start a plugin's process.
///
/// @param command the executable and its arguments
/// @param environment the whole environment of the process
/// @param workingDirectory where it runs; empty for the host's own
record LaunchPlan(
    List<String> command, Map<String, String> environment, Optional<Path> workingDirectory) {
  LaunchPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
