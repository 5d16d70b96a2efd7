package extensions;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// A directory in which a file plugin may work, as it was when the plugin began.
///
/// @param named as the rules name it: absolute, perhaps by way of a symbolic link
/// @param real the same directory without links
/// @param key which directory it is, of its file system
record AllowedDirectory(Path named, Path real, Object key) {
  /// @throws IllegalArgumentException if there is no such directory, or it cannot be opened
  /// @throws UnsupportedOperationException if its file system cannot open one name at a time
  ///   (Windows)
  static AllowedDirectory of(Path directory) {
    try {
      Path real = directory.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      if (!attributes.isDirectory()) {
        throw new IllegalArgumentException("no directory: " + directory);
      }
      AllowedDirectory allowed =
          new AllowedDirectory(
              directory.toAbsolutePath().normalize(), real, Objects.requireNonNullElse(key, real));
      allowed.open().close();
      return allowed;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the allowed directory %s is not usable: %s".formatted(directory, e), e);
    }
  }

  /// Opens the directory, and no other that may have taken its place. The caller closes it.
  ///
  /// @throws FileStoreException if another directory has its name by now
  @SuppressWarnings("StreamResourceLeak") // What is opened here is the caller's to close.
  SecureDirectoryStream<Path> open() throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(real);
    if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
      stream.close();
      throw new UnsupportedOperationException(
          "this file system cannot open a directory without following links: " + real);
    }
    Object now =
        secure.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
    if (!key.equals(now)) {
      secure.close();
      throw new FileStoreException(
          Reason.CHANGED, "%s is no longer the directory that was allowed".formatted(named));
    }
    return secure;
  }
}
