package security;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Folders that only their owner may use, made and removed.
final class FolderTree {
  private FolderTree() {}

  /// Makes a folder that no one else may look into, from its first moment on.
  static Path make(Path folder) throws IOException {
    return Files.createDirectory(folder, ownerOnly(folder));
  }

  static FileAttribute<?>[] ownerOnly(Path path) {
    return knowsModes(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /// What makes a new file its owner's alone.
  static FileAttribute<?>[] ownerOnlyFile(Path path) {
    return knowsModes(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  static boolean knowsModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Sets a mode such as `r-x------`; where the system knows none, the file is read-only.
  static void mode(Path path, String mode) throws IOException {
    if (knowsModes(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } else if (!path.toFile().setReadOnly()) {
      throw new IOException("cannot be made read-only: " + path);
    }
  }

  /// Removes a folder and all that is in it, read-only or not. No link is followed. Does nothing if
  /// it is not there; several may remove it at once.
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(folder, new Remover());
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      try {
        if (knowsModes(folder)) {
          mode(folder, "rwx------");
        }
        return FileVisitResult.CONTINUE;
      } catch (NoSuchFileException e) {
        return FileVisitResult.SKIP_SUBTREE;
      }
    }

    /// What someone else has removed in the meantime is gone, as it should be.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
      if (error instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw error;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      if (error != null && !(error instanceof NoSuchFileException)) {
        throw error;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
