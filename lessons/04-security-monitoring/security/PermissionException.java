package security;

import basics.PluginException;
import java.nio.file.Path;
import java.util.List;

/// Permissions are not written as they should be: in a plugin's manifest or a host's configuration.
public final class PermissionException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param problems key, what was found and what is allowed, a line each
  PermissionException(Path file, List<String> problems) {
    super(
        "permissions cannot be used: %s\n  %s\nCorrect the file; nothing is allowed until then."
            .formatted(file, String.join("\n  ", problems)));
  }
}
