package basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Listens on a new Unix domain socket.
///
/// @param directory where the socket's file is made; it must exist
public record UnixListener(Path directory) implements PluginListener {
  /// A listener in the directory for temporary files: `TMPDIR`, or the JVM's own (go-plugin uses
  /// Go's `os.TempDir`, which reads `TMPDIR`; the JVM does not).
  public static UnixListener inTempDirectory() {
    String tmpdir = System.getenv("TMPDIR");
    return new UnixListener(
        Path.of(
            tmpdir == null || tmpdir.isBlank() ? System.getProperty("java.io.tmpdir") : tmpdir));
  }

  @Override
  public BoundSocket bind() {
    return BoundSocket.at(new PluginAddress(Network.UNIX, freshPath().toString()));
  }

  /// A name that no one else has: made as a file, then freed for the socket, as go-plugin does.
  private Path freshPath() {
    try {
      Path file = Files.createTempFile(directory.toAbsolutePath(), "plugin", "");
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
