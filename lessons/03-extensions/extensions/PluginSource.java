package extensions;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a plugin comes from. There is a command, a directory, or both.
///
/// @param command the executable and its arguments; empty if the directory tells. An executable
///   with a `/` in its name is an absolute path, one without is looked for on the host's PATH
/// @param directory the plugin's own folder, absolute, with its manifest; empty if there is none
public record PluginSource(List<String> command, Optional<Path> directory) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is neither a command nor a directory
  public PluginSource {
    command = List.copyOf(command);
    if (command.isEmpty() && directory.isEmpty()) {
      throw new IllegalArgumentException("neither a command nor a directory");
    }
  }
}
