package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What the grader has compiled before, by content: the layers below a lesson, a learner's folder
/// with its checks. Many graders may share one folder; each entry appears as a whole.
final class BuildCache {
  private static final int KEPT = 40;

  private final Path folder;
  private final Compiler compiler;
  private final Libraries libraries;

  BuildCache(Path folder, Compiler compiler, Libraries libraries) {
    this.folder = Folders.create(folder);
    this.compiler = compiler;
    this.libraries = libraries;
  }

  /// The folder with the classes of the layers below a lesson; compiled if their sources are new.
  ///
  /// A folder and no jar, since [basics.PluginProgram] takes each jar on the class path for a
  /// library: a plugin must not see the host's code, and the grader and the checks' JVM have to
  /// agree on a plugin's class path to share what is compiled.
  ///
  /// @param base the folder to which the sources' names are relative
  /// @throws CourseException if the sources do not compile
  synchronized Path layers(Path base, List<Path> sources) {
    String sum = hash("layers").addFiles(base, sources).sum();
    Path finished = folder.resolve("layers-" + sum);
    if (!Files.isDirectory(finished)) {
      Path half = Folders.create(newEntry());
      List<CompileError> errors =
          sources.isEmpty()
              ? List.of()
              : compiler.compile(
                  new Compiler.Job(sources, List.of(), libraries.jars(), half, half));
      if (!errors.isEmpty()) {
        Folders.delete(half);
        throw broken(errors.getFirst());
      }
      moveFinished(half, finished);
    }
    touch(finished);
    return finished;
  }

  private static CourseException broken(CompileError error) {
    String file = error.file().map(Path::toString).orElse("javac");
    return new CourseException(
        "the course's own code does not compile; was a file outside of lessons/ changed?\n%s:%d: %s"
            .formatted(file, error.line(), error.message()));
  }

  private Path newEntry() {
    return folder.resolve("new-" + UUID.randomUUID());
  }

  /// The folder with the classes that run checks.
  synchronized Path runner() {
    RunnerClasses classes = RunnerClasses.ofThisGrader();
    Path finished = folder.resolve("runner-" + hash("runner").add(classes.fingerprint()).sum());
    if (!Files.isDirectory(finished)) {
      Path half = newEntry();
      classes.writeTo(half);
      moveFinished(half, finished);
    }
    touch(finished);
    return finished;
  }

  private ContentHash hash(String kind) {
    return ContentHash.withJdk().add(kind).add(libraries.names().toString());
  }

  /// The place for the classes of a learner's folder and its checks.
  LessonClasses classes(Path base, List<Path> sources, List<Path> checks, Path layers) {
    ContentHash hash = hash("classes").add(layers.getFileName().toString());
    String sum = hash.addFiles(base, sources).addFiles(base, checks).sum();
    Path finished = folder.resolve("classes-" + sum);
    if (Files.isDirectory(finished)) {
      touch(finished);
      return new LessonClasses(finished, finished);
    }
    Path open = newEntry();
    Folders.create(open.resolve(LessonClasses.MAIN));
    Folders.create(open.resolve(LessonClasses.CHECKS));
    return new LessonClasses(open, finished);
  }

  /// Ends the use of such a place: what was compiled is kept for the next time.
  void close(LessonClasses classes, boolean compiled) {
    if (classes.alreadyCompiled()) {
      return;
    }
    if (compiled) {
      moveFinished(classes.current(), classes.finished());
    } else {
      Folders.delete(classes.current());
    }
  }

  private static void moveFinished(Path half, Path finished) {
    try {
      Files.move(half, finished, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException lostTheRace) {
      // Another grader was faster; its classes are as good as these.
      Folders.delete(half);
    }
  }

  private static void touch(Path entry) {
    try {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes the entries that were not used for longest.
  synchronized void prune() {
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .sorted(Comparator.comparing(BuildCache::lastUse).reversed())
          .skip(KEPT)
          .forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime lastUse(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException vanished) {
      return FileTime.from(Instant.EPOCH);
    }
  }
}
