package extensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to write a file, held by one process at a time.
///
/// It is a lock on a file of its own, with `.lock` at the end of its name, because the file itself
/// is replaced by each write. The operating system frees it however the process ends; the empty
/// file stays.
final class FileOwnership implements AutoCloseable {
  private final FileChannel channel;

  private FileOwnership(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the right.
  ///
  /// @throws SnapshotException if someone has it, or the folder cannot be written
  static FileOwnership of(Path file) {
    Path absolute = file.toAbsolutePath();
    Path lockFile = absolute.resolveSibling(absolute.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileOwnership ownership = new FileOwnership(channel);
      if (!ownership.locks()) {
        ownership.close();
        throw SnapshotException.inUse(absolute.toString());
      }
      return ownership;
    } catch (IOException e) {
      throw SnapshotException.noAccess(absolute.toString(), e);
    }
  }

  /// The lock lives as long as its channel.
  private boolean locks() throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by this process itself.
      return false;
    }
  }

  /// @throws IOException if it was given up
  void requireHeld() throws IOException {
    if (!channel.isOpen()) {
      throw new IOException("the memory is closed");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
