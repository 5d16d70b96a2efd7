package newplugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Deletes folders with all that is in them.
final class FileTrees {
  private FileTrees() {}

  /// Deletes that folder; links in it are deleted, and not followed.
  ///
  /// @throws IOException if a file cannot be deleted
  static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// As [#delete], for a clean-up after another failure, which is the one to tell.
  static void deleteQuietly(Path root) {
    try {
      delete(root);
    } catch (IOException | UncheckedIOException ignored) {
      // Gone already, or not to be deleted: there is no one to tell.
    }
  }
}
