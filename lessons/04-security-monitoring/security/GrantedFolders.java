package security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Tells whether a path of a request lies in a granted folder: by its text, and by where it leads.
///
/// A link may be put into the path after the look. So this is the first line only: whoever opens
/// the file holds to its own rules (such as [extensions.ConfinedFiles]), and the sandbox has no
/// other folders at all.
final class GrantedFolders {
  private GrantedFolders() {}

  static boolean contain(List<Path> folders, String text) {
    try {
      Path path = Path.of(text);
      if (!path.isAbsolute() || !path.equals(path.normalize())) {
        return false;
      }
      Path real = real(path);
      for (Path folder : folders) {
        if (path.startsWith(folder) && real.startsWith(real(folder))) {
          return true;
        }
      }
      return false;
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  /// Where the path leads, as far as it exists.
  private static Path real(Path path) throws IOException {
    Path existing = path;
    while (existing.getParent() != null
        && !Files.exists(existing)
        && !Files.isSymbolicLink(existing)) {
      existing = existing.getParent();
    }
    // A link that leads nowhere fails here: who knows where it leads tomorrow.
    return existing.toRealPath().resolve(existing.relativize(path)).normalize();
  }
}
