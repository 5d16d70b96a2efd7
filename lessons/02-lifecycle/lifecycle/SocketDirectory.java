package lifecycle;

import basics.FreshPath;
import basics.PluginTransportException;
import basics.SocketGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A private directory for the sockets of one plugin and of what its host serves to it (go-plugin:
/// `plugin-dir*`). Its mode is 0700, or 0770 with a group.
final class SocketDirectory {
  /// What the names of such directories begin with.
  static final String PREFIX = "plugin-dir";

  private final Path path;

  private SocketDirectory(Path path) {
    this.path = path;
  }

  /// A new directory.
  ///
  /// @throws PluginTransportException if it cannot be made, or not for that group
  static SocketDirectory create(UnixSocketConfig config) {
    Path parent = config.listener(config.tempDirectory()).directory();
    SocketDirectory created = new SocketDirectory(make(parent));
    try {
      config.group().map(SocketGroup::of).ifPresent(group -> group.own(created.path, "rwxrwx---"));
      return created;
    } catch (PluginTransportException e) {
      created.remove();
      throw e;
    }
  }

  private static Path make(Path parent) {
    try {
      return FreshPath.in(parent, PREFIX, path -> Files.createDirectory(path, mode(parent)));
    } catch (IOException e) {
      throw new PluginTransportException(
          """
          cannot make a directory for sockets in %s: %s
          Choose one that exists and that you may write to (UnixSocketConfig)."""
              .formatted(parent, e),
          e);
    }
  }

  /// From its first moment on no one else may look into it, where the system knows modes.
  private static FileAttribute<?>[] mode(Path parent) {
    return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return path;
  }

  /// Removes the directory and what is in it. Calling it again does nothing.
  void remove() {
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException ignored) {
      // It is gone already, or a last socket of the plugin's is being removed by the plugin.
    }
  }
}
