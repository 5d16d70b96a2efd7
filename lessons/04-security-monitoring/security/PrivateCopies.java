package security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The private place of one host for the copies of its plugins: a folder of its own, with a lock
/// that ends with the host. What hosts have left that did not end well, the next one removes.
///
/// ```
/// <base>/verified-plugins-6f1d.../           0700
///   lock                                      held while the host lives
///   1-calculator/plugin.yaml, lib/...         0500, files 0400 and 0500
/// ```
final class PrivateCopies implements AutoCloseable {
  /// What the names of such folders begin with.
  static final String PREFIX = "verified-plugins-";

  private static final String LOCK = "lock";
  private static final int ATTEMPTS = 20;
  private static final Logger LOGGER = LoggerFactory.getLogger(PrivateCopies.class);

  private final Path folder;
  private final HeldLock lock;
  private final AtomicLong numbers = new AtomicLong();

  private PrivateCopies(Path folder, HeldLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// A new place.
  ///
  /// @param base an existing folder; others may use it, too, such as `/tmp`
  static PrivateCopies open(Path base) throws IOException {
    Path real = base.toRealPath();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<PrivateCopies> made = make(real.resolve(PREFIX + UUID.randomUUID()));
      if (made.isPresent()) {
        return made.get().withoutLeftovers();
      }
    }
    throw new IOException("other hosts have removed each folder that was made in " + real);
  }

  /// Between its lock file and its lock, a folder looks like one that a dead host has left.
  ///
  /// @return empty if another host has taken it for that, and removes it
  private static Optional<PrivateCopies> make(Path folder) throws IOException {
    Path lockFile = FolderTree.make(folder).resolve(LOCK);
    try {
      Optional<HeldLock> lock = HeldLock.take(lockFile);
      if (lock.isPresent() && !Files.exists(lockFile)) {
        lock.get().close();
        return Optional.empty();
      }
      return lock.map(held -> new PrivateCopies(folder, held));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private PrivateCopies withoutLeftovers() throws IOException {
    try {
      removeLeftovers();
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void removeLeftovers() throws IOException {
    List<Path> candidates;
    try (Stream<Path> entries = Files.list(folder.resolveSibling(""))) {
      candidates =
          entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(PREFIX)).toList();
    }
    for (Path candidate : candidates) {
      try {
        removeIfLeft(candidate);
      } catch (IOException e) {
        LOGGER.debug("cannot remove {}: {}", candidate, e.toString());
      }
    }
  }

  /// A folder of someone else's, or a link, is not ours to remove. One without a lock file belongs
  /// to a host that is just making it, or that died in that moment: it is empty, and stays.
  private void removeIfLeft(Path candidate) throws IOException {
    Path lockFile = candidate.resolve(LOCK);
    if (!isOurs(candidate) || !Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Optional<HeldLock> left = HeldLock.take(lockFile);
    if (left.isPresent()) {
      try (HeldLock _ = left.get()) {
        FolderTree.remove(candidate);
      }
    }
  }

  private boolean isOurs(Path candidate) throws IOException {
    if (!Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!FolderTree.knowsModes(candidate)) {
      return true;
    }
    try {
      Set<PosixFilePermission> mode =
          Files.getPosixFilePermissions(candidate, LinkOption.NOFOLLOW_LINKS);
      return mode.equals(
              EnumSet.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE))
          && Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS)
              .equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /// A new folder for a copy.
  ///
  /// @param name for a person who looks at it; a plugin's name
  Path fresh(String name) throws IOException {
    return FolderTree.make(folder.resolve(numbers.incrementAndGet() + "-" + name));
  }

  Path folder() {
    return folder;
  }

  /// Removes all copies. Call it when no plugin runs any more.
  @Override
  public void close() {
    try {
      FolderTree.remove(folder);
    } catch (IOException e) {
      LOGGER.warn("copies of plugins are left behind: {}: {}", folder, e.toString());
    } finally {
      lock.close();
    }
  }
}
