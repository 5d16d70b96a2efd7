package extensions;

import contract.FileStore;
import extensions.Confinement.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.UUID;

/// Writes a file beside its place and puts it there when it is complete.
final class FileReplacement {
  private FileReplacement() {}

  /// What the content's own stream threw: no error of the disk.
  static final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient IOException source;

    SourceException(IOException source) {
      super(source);
      this.source = source;
    }

    IOException source() {
      return source;
    }
  }

  /// @param directory where the file is to be
  /// @return the size in bytes
  /// @throws SourceException if `content` throws
  static long write(
      SecureDirectoryStream<Path> directory, Place place, InputStream content, long limitBytes)
      throws IOException {
    refuseAllButFile(directory, place.name());
    Path part = Path.of(".part-" + UUID.randomUUID());
    boolean placed = false;
    try {
      long size = fill(directory, part, place, content, limitBytes);
      // Again, as it may have become a link or a directory. Even so the rename below would follow
      // no link: it replaces the name.
      refuseAllButFile(directory, place.name());
      directory.move(part, directory, place.name());
      placed = true;
      return size;
    } finally {
      if (!placed) {
        remove(directory, part);
      }
    }
  }

  private static void refuseAllButFile(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    try {
      BasicFileAttributes seen = Confinement.look(directory, name);
      Confinement.refuseAllBut(seen, seen.isRegularFile(), name);
    } catch (NoSuchFileException ignored) {
      // It will be a new file.
    }
  }

  private static long fill(
      SecureDirectoryStream<Path> directory,
      Path part,
      Place place,
      InputStream content,
      long limitBytes)
      throws IOException {
    try (SeekableByteChannel file =
        directory.newByteChannel(
            part,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      byte[] buffer = new byte[FileStore.CHUNK_LIMIT_BYTES];
      long size = 0;
      int count = next(content, buffer);
      while (count >= 0) {
        size += count;
        if (size > limitBytes) {
          throw ConfinedFiles.tooLarge(place.toString(), limitBytes);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        count = next(content, buffer);
      }
      if (file instanceof FileChannel channel) {
        channel.force(/* metaData= */ true);
      }
      return size;
    }
  }

  private static int next(InputStream content, byte[] buffer) throws SourceException {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }

  private static void remove(SecureDirectoryStream<Path> directory, Path part) {
    try {
      directory.deleteFile(part);
    } catch (IOException ignored) {
      // Never made, or the disk fails: the error that led here says more.
    }
  }
}
