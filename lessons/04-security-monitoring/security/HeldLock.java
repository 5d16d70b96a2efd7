package security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A lock on a file that ends with its process, however that ends.
///
/// The system's lock belongs to the whole process: it does not keep two parts of one process apart,
/// and closing any other channel on the file gives it up. So a second part of this process must not
/// even open the file, which is what the static set is for.
final class HeldLock implements AutoCloseable {
  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private HeldLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock; empty if this process or another one has it.
  ///
  /// @param file made if it is not there; its folder exists
  static Optional<HeldLock> take(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path real = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    if (!HELD_BY_THIS_PROCESS.add(real)) {
      return Optional.empty();
    }
    Optional<HeldLock> lock = Optional.empty();
    try {
      lock = locked(real);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD_BY_THIS_PROCESS.remove(real);
      }
    }
  }

  private static Optional<HeldLock> locked(Path file) throws IOException {
    // Whoever may open it, if only to read, may hold a shared lock, and keep the owner out.
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            FolderTree.ownerOnlyFile(file));
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new HeldLock(file, channel));
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(file);
    }
  }
}
