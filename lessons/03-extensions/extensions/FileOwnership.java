package extensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The right to write a file, held by one process at a time, and by one part of it.
///
/// It is a lock on a file of its own, with `.lock` at the end of its name, because the file itself
/// is replaced by each write. The operating system frees it however the process ends; the empty
/// file stays.
final class FileOwnership implements AutoCloseable {
  /// The lock files that this process holds. A lock is the process's, not the channel's: POSIX
  /// frees it as soon as the process closes any channel on the file (`fcntl`, F_SETLK). So who asks
  /// for a held file must be refused before it is opened once more.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path lockFile;
  private final FileChannel channel;

  private FileOwnership(Path lockFile, FileChannel channel) {
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /// Takes the right.
  ///
  /// @throws SnapshotException if someone has it, or the folder cannot be written
  static FileOwnership of(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Path lockFile = realFolder(absolute).resolve(absolute.getFileName() + ".lock");
      if (!HELD.add(lockFile)) {
        throw SnapshotException.inUse(absolute.toString());
      }
      boolean locked = false;
      try {
        FileChannel channel = open(lockFile);
        locked = channel.isOpen();
        if (!locked) {
          throw SnapshotException.inUse(absolute.toString());
        }
        return new FileOwnership(lockFile, channel);
      } finally {
        if (!locked) {
          HELD.remove(lockFile);
        }
      }
    } catch (IOException e) {
      throw SnapshotException.noAccess(absolute.toString(), e);
    }
  }

  /// One folder has many names, and one lock file.
  private static Path realFolder(Path file) throws IOException {
    Path folder = file.getParent();
    return (folder == null ? file.getRoot() : folder).toRealPath();
  }

  /// The lock lives as long as its channel.
  ///
  /// @return the channel with the lock; closed if someone else has it
  private static FileChannel open(Path lockFile) throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      @Nullable FileLock lock = channel.tryLock();
      locked = lock != null;
    } catch (OverlappingFileLockException ignored) {
      // Held by this process, by code that knows nothing of the set.
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return channel;
  }

  /// @throws IOException if it was given up
  void requireHeld() throws IOException {
    if (!channel.isOpen()) {
      throw new IOException("the memory is closed");
    }
  }

  /// Calling it again does nothing.
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(lockFile);
    }
  }
}
