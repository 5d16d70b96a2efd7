package extensions;

import java.nio.file.Path;
import java.util.List;

/// What a file plugin allows.
///
/// @param allowedDirectories where files may be; existing directories, at least one
/// @param maxFileBytes the most bytes of a file that is read or written, 0 or more
/// @param allowHardLinks whether a file may be read that has a second name, which may lie outside
public record FileRules(List<Path> allowedDirectories, long maxFileBytes, boolean allowHardLinks) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no directory, or the limit is negative
  public FileRules {
    allowedDirectories = List.copyOf(allowedDirectories);
    if (allowedDirectories.isEmpty()) {
      throw new IllegalArgumentException("no allowed directory: name at least one");
    }
    if (maxFileBytes < 0) {
      throw new IllegalArgumentException("maxFileBytes < 0: " + maxFileBytes);
    }
  }

  /// Rules that refuse files with a second name.
  public static FileRules of(List<Path> allowedDirectories, long maxFileBytes) {
    return new FileRules(allowedDirectories, maxFileBytes, /* allowHardLinks= */ false);
  }
}
