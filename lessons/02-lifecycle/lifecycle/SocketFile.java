package lifecycle;

import basics.Network;
import basics.PluginAddress;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What a plugin's socket leaves behind when no one else removes it: its file, and the private
/// directory of a host that is gone or has let go.
final class SocketFile {
  private SocketFile() {}

  /// Removes the file, if it is a socket, then its directory, if it is a [SocketDirectory] and
  /// empty. The address is the plugin's word: a file of another kind stays, so that no plugin can
  /// have its host delete something.
  static void remove(PluginAddress address) {
    if (address.network() != Network.UNIX) {
      return;
    }
    try {
      Path file = Path.of(address.address()).toAbsolutePath();
      removeSocket(file);
      removeDirectory(file.resolveSibling(""));
    } catch (InvalidPathException ignored) {
      // It is no path, so there is no file.
    }
  }

  /// Removes what a host that is gone has left in a plugin's private directory, such as the sockets
  /// that it served on, then the directory. One of another name is left alone: it is anyone's.
  static void removeAll(Path directory) {
    if (!isPrivate(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(SocketFile::removeSocket);
    } catch (IOException | DirectoryIteratorException ignored) {
      // It is gone, or not ours: there is nothing left that we could remove.
    }
    removeDirectory(directory);
  }

  private static void removeSocket(Path file) {
    try {
      if (Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther()) {
        Files.delete(file);
      }
    } catch (IOException ignored) {
      // The plugin has removed it itself, or it lies where we may not delete.
    }
  }

  private static void removeDirectory(Path directory) {
    try {
      if (isPrivate(directory)) {
        Files.deleteIfExists(directory);
      }
    } catch (IOException ignored) {
      // There are other sockets in it: the last one takes it along.
    }
  }

  private static boolean isPrivate(Path directory) {
    Path name = directory.getFileName();
    return name != null && name.toString().startsWith(SocketDirectory.PREFIX);
  }
}
