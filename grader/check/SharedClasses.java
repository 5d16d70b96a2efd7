package check;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Archives of the libraries' classes, which a JVM maps instead of reading and verifying them jar
/// by jar (class-data sharing). One for each lesson: they use different libraries.
///
/// The first run of a lesson's checks notes which classes it loads. From that the archive is made,
/// in some seconds; so it pays for those who run many checks. If it cannot be made, or does not
/// fit, the runs are as slow as before and nothing else. Thread-safe.
final class SharedClasses {
  private static final long MAKE_SECONDS = 120;

  private final Path folder;
  private final List<Path> libraries;
  private final Map<Integer, State> states = new HashMap<>();

  /// @param folder where the archives are kept; created if need be
  /// @param libraries the jars with which each JVM's class path has to begin
  SharedClasses(Path folder, List<Path> libraries) {
    this.folder = Folders.create(folder);
    this.libraries = List.copyOf(libraries);
  }

  private enum State {
    NOTING,
    MADE,
    FAILED
  }

  /// The options for a JVM that runs checks of a lesson. Who gets those for noting has to call
  /// [#make] after its end.
  synchronized List<String> options(int lesson) {
    State state = states.putIfAbsent(lesson, State.NOTING);
    if (state == null) {
      return List.of(noting(lesson));
    }
    return state == State.MADE
        ? List.of("-XX:SharedArchiveFile=" + archive(lesson), "-Xlog:cds=off", "-Xlog:aot=off")
        : List.of();
  }

  private String noting(int lesson) {
    return "-XX:DumpLoadedClassList=" + list(lesson);
  }

  /// Makes the archive if a JVM with these options has just noted what belongs into it.
  void make(int lesson, List<String> options) throws InterruptedException {
    if (options.contains(noting(lesson))) {
      State outcome = archived(lesson) ? State.MADE : State.FAILED;
      synchronized (this) {
        states.put(lesson, outcome);
      }
    }
  }

  private boolean archived(int lesson) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command(lesson))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(MAKE_SECONDS, TimeUnit.SECONDS)
            && process.exitValue() == 0
            && Files.exists(archive(lesson));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException notStarted) {
      return false;
    }
  }

  /// Collector and module options as in [ChildSettings]: an archive made with others does not fit.
  private List<String> command(int lesson) {
    List<String> command = new ArrayList<>(ChildSettings.java());
    command.addAll(
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list(lesson),
            "-XX:SharedArchiveFile=" + archive(lesson),
            "-cp",
            String.join(File.pathSeparator, libraries.stream().map(Path::toString).toList())));
    return command;
  }

  private Path list(int lesson) {
    return folder.resolve("lesson-" + lesson + ".classes");
  }

  private Path archive(int lesson) {
    return folder.resolve("lesson-" + lesson + ".jsa");
  }
}
