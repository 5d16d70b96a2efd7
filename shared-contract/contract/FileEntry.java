package contract;

/// A name in a directory of a [FileStore].
///
/// @param name the last part of the path
/// @param kind what has that name
/// @param sizeBytes the content's size; 0 for all that is no file
public record FileEntry(String name, Kind kind, long sizeBytes) {
  /// What can have a name.
  public enum Kind {
    /// A regular file.
    FILE,
    /// A directory.
    DIRECTORY,
    /// A symbolic link, a pipe, a socket, a device: can be seen, but neither read nor written.
    OTHER
  }

  /// @throws IllegalArgumentException if the size is negative
  public FileEntry {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes < 0: " + sizeBytes);
    }
  }
}
