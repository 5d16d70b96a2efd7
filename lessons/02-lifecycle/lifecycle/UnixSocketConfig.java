package lifecycle;

import basics.UnixListener;
import java.nio.file.Path;
import java.util.Optional;

/// Where the Unix sockets between a host and its plugin lie, and who may use them (go-plugin:
/// `UnixSocketConfig`). Immutable.
///
/// @param group a group of users, by name or number, that may connect besides the plugin's own
///   user: the sockets get mode 0660, a private directory 0770; empty for no one else
/// @param tempDirectory where private directories for sockets are made; empty for the directory for
///   temporary files
public record UnixSocketConfig(Optional<String> group, Optional<Path> tempDirectory) {
  /// No group, the directory for temporary files.
  public static final UnixSocketConfig DEFAULT =
      new UnixSocketConfig(Optional.empty(), Optional.empty());

  /// This configuration with a group of users, by name or number.
  public UnixSocketConfig withGroup(String nameOrId) {
    return new UnixSocketConfig(Optional.of(nameOrId), tempDirectory);
  }

  /// This configuration with another place for private directories. Its path is best short: a
  /// socket's whole path has at most 103 bytes.
  public UnixSocketConfig withTempDirectory(Path directory) {
    return new UnixSocketConfig(group, Optional.of(directory));
  }

  /// Opens sockets for what the host serves to its plugin.
  ///
  /// @param directory where; empty for the directory for temporary files
  UnixListener listener(Optional<Path> directory) {
    return new UnixListener(
        directory.orElseGet(() -> UnixListener.inTempDirectory().directory()), group);
  }
}
