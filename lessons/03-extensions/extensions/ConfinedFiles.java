package extensions;

import contract.FileEntry;
import contract.FileListing;
import contract.FileStore;
import contract.FileStoreException;
import contract.FileStoreException.Reason;
import extensions.Confinement.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The files of this machine inside allowed directories ([Confinement]), without links, special
/// files and large files.
///
/// A file is written under a name of its own beside its place (`.part-` and a number), forced to
/// the disk, and renamed. A process that is killed in between leaves the part, a file like any
/// other.
///
/// A second name (hard link) may lie outside, so a file that has one is not read, unless the rules
/// allow it; where the system does not count names there is no such check. Writing and deleting
/// concern one name only.
///
/// What remains: someone who can write in an allowed directory may put a pipe in a file's place
/// just between look and opening; then that one call waits until its deadline, and its thread
/// longer.
///
/// Safe for use by many threads.
public final class ConfinedFiles implements FileStore {
  private final FileRules rules;
  private final Confinement confinement;

  /// @throws IllegalArgumentException if an allowed directory is not there or not usable
  /// @throws UnsupportedOperationException if a directory's file system cannot open one name at a
  ///   time, relative to another (Windows)
  public ConfinedFiles(FileRules rules) {
    this.rules = rules;
    this.confinement = new Confinement(rules.allowedDirectories());
  }

  @Override
  public InputStream read(String path) {
    return at(path, place -> new FileContent(openFile(place), rules.maxFileBytes(), path));
  }

  @Override
  public byte[] readAt(String path, long offset, int length) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset < 0: " + offset);
    }
    if (length < 1 || length > CHUNK_LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "length not in 1..%d: %d".formatted(CHUNK_LIMIT_BYTES, length));
    }
    return at(
        path,
        place -> {
          try (SeekableByteChannel file = openFile(place)) {
            return part(file.position(offset), length);
          }
        });
  }

  private static byte[] part(SeekableByteChannel file, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // A read may bring less than asked for.
    }
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /// Opens a file for reading, and makes sure that it is the one that was looked at.
  private SeekableByteChannel openFile(Place place) throws IOException {
    refuseRoot(place);
    try (SecureDirectoryStream<Path> directory = confinement.open(place.parent())) {
      BasicFileAttributes seen = Confinement.look(directory, place.name());
      Confinement.refuseAllBut(seen, seen.isRegularFile(), place.name());
      if (seen.size() > rules.maxFileBytes()) {
        throw tooLarge(place.toString(), rules.maxFileBytes());
      }
      refuseSecondName(place, seen);
      SeekableByteChannel file =
          directory.newByteChannel(
              place.name(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
      boolean same = false;
      try {
        same = Objects.equals(seen.fileKey(), Confinement.look(directory, place.name()).fileKey());
      } finally {
        if (!same) {
          file.close();
        }
      }
      if (!same) {
        throw Confinement.changed(place.name());
      }
      return file;
    }
  }

  /// An open directory does not tell how many names a file has, so its path is asked: the answer
  /// counts only if it is of the same file.
  private void refuseSecondName(Place place, BasicFileAttributes seen) throws IOException {
    Path path = place.realPath();
    if (rules.allowHardLinks()
        || !path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    Map<String, Object> facts =
        Files.readAttributes(path, "unix:nlink,fileKey", LinkOption.NOFOLLOW_LINKS);
    if (!Objects.equals(seen.fileKey(), facts.get("fileKey"))) {
      throw Confinement.changed(place.name());
    }
    if (facts.get("nlink") instanceof Integer names && names > 1) {
      throw new FileStoreException(
          Reason.LINK, "%s has %d names (hard links)".formatted(place, names));
    }
  }

  @Override
  public long write(String path, InputStream content) throws IOException {
    Place place = confinement.locate(path);
    refuseRoot(place);
    try (SecureDirectoryStream<Path> directory = confinement.open(place.parent())) {
      return FileReplacement.write(directory, place, content, rules.maxFileBytes());
    } catch (FileReplacement.SourceException e) {
      throw e.source();
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  @Override
  public void delete(String path) {
    at(
        path,
        place -> {
          refuseRoot(place);
          try (SecureDirectoryStream<Path> directory = confinement.open(place.parent())) {
            BasicFileAttributes seen = Confinement.look(directory, place.name());
            Confinement.refuseAllBut(seen, seen.isRegularFile(), place.name());
            // Never follows a link and removes no directory, whatever the name stands for by now.
            directory.deleteFile(place.name());
            return true;
          }
        });
  }

  @Override
  public FileListing list(String directory, String after) {
    return at(
        directory,
        place -> {
          try (SecureDirectoryStream<Path> open = confinement.open(place)) {
            NavigableSet<String> names = firstNames(open, after);
            boolean more = names.size() > LISTING_LIMIT;
            if (more) {
              names.removeLast();
            }
            return new FileListing(entries(open, names), more);
          } catch (DirectoryIteratorException e) {
            throw e.getCause();
          }
        });
  }

  /// The first names in order, one more than a listing takes.
  private static NavigableSet<String> firstNames(
      SecureDirectoryStream<Path> directory, String after) {
    NavigableSet<String> names = new TreeSet<>();
    for (Path entry : directory) {
      String name = String.valueOf(entry.getFileName());
      if (name.compareTo(after) > 0 && names.add(name) && names.size() > LISTING_LIMIT + 1) {
        names.removeLast();
      }
    }
    return names;
  }

  private static List<FileEntry> entries(SecureDirectoryStream<Path> directory, Set<String> names)
      throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    for (String name : names) {
      try {
        BasicFileAttributes seen = Confinement.look(directory, Path.of(name));
        FileEntry.Kind kind =
            seen.isRegularFile()
                ? FileEntry.Kind.FILE
                : seen.isDirectory() ? FileEntry.Kind.DIRECTORY : FileEntry.Kind.OTHER;
        entries.add(new FileEntry(name, kind, kind == FileEntry.Kind.FILE ? seen.size() : 0));
      } catch (NoSuchFileException ignored) {
        // Deleted since the directory was read: it is not in the listing.
      }
    }
    return entries;
  }

  private interface Work<T> {
    T at(Place place) throws IOException;
  }

  private <T> T at(String path, Work<T> work) {
    Place place = confinement.locate(path);
    try {
      return work.at(place);
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  private static void refuseRoot(Place place) {
    if (place.isRoot()) {
      throw new FileStoreException(
          Reason.ROOT, "%s is an allowed directory itself".formatted(place));
    }
  }

  private static FileStoreException refused(String path, IOException error) {
    return switch (error) {
      case NoSuchFileException e ->
          new FileStoreException(Reason.MISSING, "%s does not exist".formatted(path), e);
      case AccessDeniedException e ->
          new FileStoreException(Reason.DISK, "no permission for %s".formatted(path), e);
      default ->
          new FileStoreException(
              Reason.DISK, "the file system refused %s: %s".formatted(path, error), error);
    };
  }

  static FileStoreException tooLarge(String path, long limitBytes) {
    return new FileStoreException(
        Reason.TOO_LARGE, "%s has more than the allowed %d bytes".formatted(path, limitBytes));
  }
}
