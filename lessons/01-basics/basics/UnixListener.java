package basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Listens on a new Unix domain socket.
///
/// @param directory where the socket's file is made; it must exist
/// @param group the group of users that may connect, by name or number; empty for what the
///   process's umask says (go-plugin: mode 0660 with a group)
public record UnixListener(Path directory, Optional<String> group) implements PluginListener {
  /// Where a host wants the sockets of its plugin, and of what it serves to it.
  public static final String DIRECTORY_VARIABLE = "PLUGIN_UNIX_SOCKET_DIR";

  /// The group that a host wants its plugin's sockets to belong to.
  public static final String GROUP_VARIABLE = "PLUGIN_UNIX_SOCKET_GROUP";

  /// A listener whose sockets have the mode that the process's umask says.
  public UnixListener(Path directory) {
    this(directory, Optional.empty());
  }

  /// A listener in the directory for temporary files: `TMPDIR`, or the JVM's own (go-plugin uses
  /// Go's `os.TempDir`, which reads `TMPDIR`; the JVM does not).
  public static UnixListener inTempDirectory() {
    return new UnixListener(tempDirectory(System.getenv()));
  }

  /// A listener as the host wants it: in [#DIRECTORY_VARIABLE], else the directory for temporary
  /// files; for [#GROUP_VARIABLE], if it is there. An empty variable counts as an absent one.
  ///
  /// @param environment the plugin's environment
  public static UnixListener of(Map<String, String> environment) {
    Path directory =
        variable(environment, DIRECTORY_VARIABLE)
            .map(Path::of)
            .orElseGet(() -> tempDirectory(environment));
    return new UnixListener(directory, variable(environment, GROUP_VARIABLE));
  }

  private static Path tempDirectory(Map<String, String> environment) {
    return Path.of(
        variable(environment, "TMPDIR").orElseGet(() -> System.getProperty("java.io.tmpdir")));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public BoundSocket bind() {
    // Before there is a socket: a group that does not exist must leave nothing behind.
    Optional<SocketGroup> owner = group.map(SocketGroup::of);
    Path socket = freshPath();
    BoundSocket bound = BoundSocket.at(new PluginAddress(Network.UNIX, socket.toString()));
    try {
      owner.ifPresent(users -> users.own(socket, "rw-rw----"));
      return bound;
    } catch (PluginTransportException e) {
      bound.close();
      throw e;
    }
  }

  /// A name that no one else has: made as a file, then freed for the socket, as go-plugin does.
  private Path freshPath() {
    try {
      Path file = FreshPath.in(directory, "plugin", Files::createFile);
      Files.delete(file);
      return file;
    } catch (IOException e) {
      throw new PluginTransportException(
          """
          cannot make a socket in %s: %s
          Choose a directory that exists and that you may write to, for example by TMPDIR=/tmp."""
              .formatted(directory, e),
          e);
    }
  }
}
