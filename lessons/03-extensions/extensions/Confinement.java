package extensions;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Keeps paths inside the allowed directories.
///
/// A check of a path and then an opening of the same path are two moments: in between another
/// process puts a link there. So a path is never opened as a whole. [#locate] looks at its text;
/// [#open] then goes one name at a time, relative to the directory that is open already (`openat`
/// with `O_NOFOLLOW`), and a link on the way ends it, whenever it came to be there.
///
/// What it does not see: a directory that another file system is mounted on, and an open directory
/// that another process moves out of the allowed ones while it is used. Both need rights on the
/// machine that a user of the plugin does not have.
public final class Confinement {
  private final List<AllowedDirectory> allowed;

  /// @param directories existing directories
  /// @throws IllegalArgumentException if one of them is not usable
  /// @throws UnsupportedOperationException if a file system cannot open one name at a time
  Confinement(List<Path> directories) {
    this.allowed = directories.stream().map(AllowedDirectory::of).toList();
  }

  /// Where a path leads to.
  ///
  /// @param root the allowed directory that it begins with
  /// @param names what follows, one after another; empty for the allowed directory itself
  record Place(AllowedDirectory root, List<Path> names) {
    /// Copies the names.
    Place {
      names = List.copyOf(names);
    }

    /// Whether it is the allowed directory itself.
    boolean isRoot() {
      return names.isEmpty();
    }

    /// The last name.
    Path name() {
      return names.getLast();
    }

    /// The directory that the last name is in.
    Place parent() {
      return new Place(root, names.subList(0, names.size() - 1));
    }

    /// The same path by way of no link above the allowed directory.
    Path realPath() {
      return under(root.real());
    }

    /// The whole path, for messages.
    @Override
    public String toString() {
      return under(root.named()).toString();
    }

    private Path under(Path base) {
      Path path = base;
      for (Path name : names) {
        path = path.resolve(name);
      }
      return path;
    }
  }

  /// Where the text of a path leads to. Nothing is opened.
  ///
  /// Exercise 3.8. [#parse] gives the path. None of its names may be `.` or `..`, or it is an
  /// INVALID_PATH: `..` behind a link leads elsewhere than its text says, so it is refused and not
  /// worked out. The path must begin with an allowed directory, by the name in the rules or by the
  /// real one ([AllowedDirectory]), or it is OUTSIDE. It begins with it name by name: `/data2` does
  /// not begin with `/data`. If several directories fit, the one with the most names does.
  ///
  /// @throws FileStoreException if it is not such a path
  @Exercise("3.8")
  Place locate(String text) {
    throw new ExerciseNotDone("3.8");
  }

  /// The absolute path that a text is.
  ///
  /// @throws FileStoreException INVALID_PATH if it is none
  static Path parse(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new FileStoreException(Reason.INVALID_PATH, "no path: %s".formatted(e.getReason()), e);
    }
    throw new FileStoreException(
        Reason.INVALID_PATH, "the path is not absolute: '%s'".formatted(text));
  }

  /// Opens the directory at a place, name by name and without following a link.
  ///
  /// Begins with the allowed directory, [AllowedDirectory#open]. Each name is one [#step] from the
  /// directory that is open by then. A directory that was only passed is closed, also if a step
  /// fails: every call opens several, and a process may have about a thousand.
  ///
  /// @return the open directory; the caller closes it
  /// @throws FileStoreException as [#step] does
  SecureDirectoryStream<Path> open(Place place) throws IOException {
    SecureDirectoryStream<Path> directory = place.root().open();
    for (Path name : place.names()) {
      try (SecureDirectoryStream<Path> passed = directory) {
        directory = step(passed, name);
      }
    }
    return directory;
  }

  /// Opens the directory of that name inside an open one.
  ///
  /// Exercise 3.8. First [#look] what has the name, and [#refuseAllBut] a directory: to open a pipe
  /// would wait for its writer, and JDK 25 loses descriptors if it opens a file as a directory.
  /// Then open it without following a link, as the look is old by now. At last make sure that the
  /// open directory is the one that was seen, by its [BasicFileAttributes#fileKey]; if not, close
  /// it: it is [#changed].
  ///
  /// @return the open directory; the caller closes it
  /// @throws FileStoreException LINK, WRONG_KIND or SPECIAL_FILE if the name is no directory's, and
  ///   CHANGED if it became another one meanwhile
  /// @throws java.nio.file.NoSuchFileException if nothing has that name
  @Exercise("3.8")
  public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    throw new ExerciseNotDone("3.8");
  }

  /// What has that name: a link itself, not what it leads to.
  static BasicFileAttributes look(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return directory
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  /// @param wanted whether it is of the kind that is needed
  /// @throws FileStoreException if it is not: with the reason that fits
  static void refuseAllBut(BasicFileAttributes attributes, boolean wanted, Path name) {
    if (wanted) {
      return;
    }
    if (attributes.isSymbolicLink()) {
      throw new FileStoreException(Reason.LINK, "'%s' is a symbolic link".formatted(name));
    }
    if (attributes.isOther()) {
      throw new FileStoreException(
          Reason.SPECIAL_FILE, "'%s' is a pipe, a socket or a device".formatted(name));
    }
    throw new FileStoreException(
        Reason.WRONG_KIND,
        "'%s' is a %s".formatted(name, attributes.isDirectory() ? "directory" : "file"));
  }

  /// The name stands for something else than a moment ago.
  static FileStoreException changed(Path name) {
    return new FileStoreException(
        Reason.CHANGED, "'%s' was changed at this moment: ask again".formatted(name));
  }
}
