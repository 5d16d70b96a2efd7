package extensions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What a durable write asks of a file system, one step a method.
///
/// An interface so that a test can be a disk that fails, or one that forgets at a power cut what
/// was not forced. [#LOCAL] is the real one.
public interface Disk {
  /// This machine's file system.
  Disk LOCAL = new LocalDisk();

  /// The file's content; empty if there is no such file.
  Optional<byte[]> read(Path file) throws IOException;

  /// Writes a file as a whole. What it held before is gone. After a power cut the content may be
  /// missing, in whole or in part, until [#force] has returned.
  void write(Path file, byte[] content) throws IOException;

  /// Returns when a power cut can no longer undo what was done to it: a file's content, a folder's
  /// names.
  ///
  /// @param path a file or a folder
  void force(Path path) throws IOException;

  /// Gives a file another name in the same folder, in one step: whoever reads the new name finds
  /// the old file or the new one. After a power cut the old file may be back until [#force] of the
  /// folder has returned.
  void replace(Path from, Path to) throws IOException;
}
