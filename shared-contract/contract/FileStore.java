package contract;

import java.io.IOException;
import java.io.InputStream;

/// Files that a host reads and writes and a plugin keeps, inside directories that the plugin
/// allows.
///
/// A path is absolute, with `/` between names, and leads into one of the allowed directories. It
/// has no `.` and no `..`, and no symbolic link may lie on it. Content flows in chunks: neither
/// side holds a whole file, and a slow reader slows the writer down.
///
/// Implementations are safe for use by many threads. Every method throws [FileStoreException],
/// whose reason tells what is wrong; a stream's `read` throws it too.
public interface FileStore {
  /// The most bytes that travel in one message.
  int CHUNK_LIMIT_BYTES = 64 * 1024;

  /// The most entries of one [FileListing].
  int LISTING_LIMIT = 1000;

  /// The content of a file, from its first byte on.
  ///
  /// @return the content; the caller closes it, and may do so before its end
  InputStream read(String path);

  /// A part of a file, in one call.
  ///
  /// @param offset where it begins, in bytes, 0 or more
  /// @param length how many bytes, 1 to [#CHUNK_LIMIT_BYTES]
  /// @return the bytes, fewer than asked for at the file's end, none behind it
  /// @throws IllegalArgumentException if `offset` or `length` is out of range
  byte[] readAt(String path, long offset, int length);

  /// Makes a file, or replaces one. Whoever reads meanwhile sees the old content or the new one,
  /// never a mixture; after a failure the old content stands.
  ///
  /// @param content read to its end, not closed
  /// @return the size of the new content in bytes
  /// @throws IOException if `content` throws it
  long write(String path, InputStream content) throws IOException;

  /// Removes a file. A directory is refused.
  void delete(String path);

  /// What lies in a directory, by name: the first [#LISTING_LIMIT] entries behind `after`.
  ///
  /// @param after the name behind which the listing begins; empty for the beginning
  FileListing list(String directory, String after);
}
