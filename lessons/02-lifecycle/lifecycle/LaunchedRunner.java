package lifecycle;

import java.io.InputStream;
import java.util.List;

/// A plugin that this host has launched, with its two output streams (go-plugin: `runner.Runner`).
public interface LaunchedRunner extends Runner {
  /// What logs and threads call it by, such as the executable's base name.
  String name();

  /// What the plugin writes to its stdout. The host reads it to the end and closes it.
  InputStream stdout();

  /// What the plugin writes to its stderr. The host reads it to the end.
  InputStream stderr();

  /// Facts that may tell a person why it did not start, a line each. Asked only after a failed
  /// start, when the process is gone.
  default List<String> diagnosis() {
    return List.of();
  }
}
