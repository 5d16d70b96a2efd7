package prove;

import check.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A private folder in which variants of lessons are built, each in a tree like the repository's:
/// `<workshop>/7/lessons/01-basics`, with links to `shared-contract` and `solutions`.
///
/// Its path is short, since a Unix socket's path may have about 108 bytes. What lies below a lesson
/// is compiled for one variant and handed on to the next. Thread-safe.
final class Workshop implements AutoCloseable {
  private static final Path SHORT_TEMP = Path.of("/tmp");
  private static final String BUILD = ".build";
  private static final String LOWER_LAYERS = "below-*.jar";

  private final Path folder;
  private final AtomicInteger variants = new AtomicInteger();
  private final Thread hook = new Thread(this::remove, "workshop-hook");

  private Workshop(Path folder) {
    this.folder = folder;
  }

  static Workshop open() {
    try {
      Path folder =
          Files.isWritable(SHORT_TEMP)
              ? Files.createTempDirectory(SHORT_TEMP, "pv")
              : Files.createTempDirectory("pv");
      Workshop workshop = new Workshop(folder.toRealPath());
      Runtime.getRuntime().addShutdownHook(workshop.hook);
      return workshop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the place where the grader keeps what it compiles.
  Path buildFolder() {
    return folder.resolve("b");
  }

  Path folder() {
    return folder;
  }

  /// Builds a variant and returns the lesson's folder in it.
  Path build(Lesson lesson, Map<Path, String> files) {
    try {
      Path tree = Files.createDirectory(folder.resolve(variants.incrementAndGet() + ""));
      Files.createSymbolicLink(
          tree.resolve("shared-contract"), lesson.root().resolve("shared-contract"));
      Files.createSymbolicLink(tree.resolve("solutions"), lesson.root().resolve("solutions"));
      Path built = tree.resolve("lessons").resolve(lesson.name());
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Path target = built.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      copyLowerLayers(shelf(lesson), Files.createDirectories(built.resolve(BUILD)));
      return built;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes a variant, but keeps what it compiled of the layers below.
  void remove(Lesson lesson, Path built) {
    copyLowerLayers(built.resolve(BUILD), shelf(lesson));
    delete(built.resolve("../..").normalize());
  }

  private Path shelf(Lesson lesson) {
    return folder.resolve("below-" + lesson.number());
  }

  private static void copyLowerLayers(Path from, Path to) {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> jars = Files.list(from)) {
      Files.createDirectories(to);
      for (Path jar : jars.toList()) {
        if (jar.getFileSystem().getPathMatcher("glob:" + LOWER_LAYERS).matches(jar.getFileName())) {
          link(jar, to.resolve(jar.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A second name for the same file appears whole or not at all.
  private static void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (FileAlreadyExistsException present) {
      // The other thread brought the same one.
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> all = Files.walk(tree)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException vanished) {
      // Someone cleaned up at the same time.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() {
    if (Files.exists(folder)) {
      delete(folder);
    }
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
