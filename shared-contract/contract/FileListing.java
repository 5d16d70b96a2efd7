package contract;

import java.util.List;

/// A part of what lies in a directory.
///
/// @param entries sorted by name, at most [FileStore#LISTING_LIMIT]
/// @param more whether further entries follow: ask again, behind the last name
public record FileListing(List<FileEntry> entries, boolean more) {
  /// Copies the list.
  public FileListing {
    entries = List.copyOf(entries);
  }
}
