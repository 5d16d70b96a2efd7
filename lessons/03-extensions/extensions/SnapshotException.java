package extensions;

import basics.PluginException;
import org.jspecify.annotations.Nullable;

/// A memory's file cannot be used, so the memory cannot be opened.
public final class SnapshotException extends PluginException {
  private static final long serialVersionUID = 1L;

  private SnapshotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The file is there and cannot be read as a snapshot. It was left as it is.
  ///
  /// @param file the file
  /// @param found what is wrong with it
  static SnapshotException unreadable(String file, String found, @Nullable Throwable cause) {
    return new SnapshotException(
        """
        the memory's file cannot be read: %s
        %s
        It was left as it is. Bring it back from a backup, or move it away to begin with
        an empty memory."""
            .formatted(file, found),
        cause);
  }

  /// Another process, or another part of this one, has the file open.
  static SnapshotException inUse(String file) {
    return new SnapshotException(
        """
        the memory's file is in use: %s
        Two writers would overwrite each other's changes. End the other plugin, or give
        this one a file of its own."""
            .formatted(file),
        null);
  }

  /// The folder cannot be used.
  static SnapshotException noAccess(String file, Throwable cause) {
    return new SnapshotException(
        """
        the memory's file cannot be opened: %s
        %s
        Its folder must exist, and this process must be allowed to write there."""
            .formatted(file, cause),
        cause);
  }
}
