package soak;

import basics.Logging;
import basics.PluginProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import matrix.GoPrograms;

/// `make soak`: starts and kills, then prints the figures.
public final class SoakCommand {
  private SoakCommand() {}

  /// Runs the soak.
  ///
  /// @param root the course's folder
  /// @param starts how many plugins to start, 1 or more
  /// @param limit when to stop in any case
  /// @return the exit code: 0 if nothing stayed behind, 1 if something did
  /// @throws IOException if a program cannot be built or started
  /// @throws InterruptedException if this thread is interrupted
  public static int run(Path root, int starts, Duration limit, PrintStream out)
      throws IOException, InterruptedException {
    Logging.toStderr();
    if (!Census.isPossible()) {
      out.println("soak: skipped, it counts processes in /proc, which is not here");
      return 0;
    }
    Path sockets = Files.createTempDirectory("soak");
    try {
      Subjects subjects = subjects(root, sockets);
      if (!subjects.hasGo()) {
        out.println("soak: without Go, all plugins are in Java: fewer fit into the time");
      }
      Census census = new Census("COURSE_SOAK=" + sockets.getFileName(), sockets);
      long seed = System.nanoTime();
      Figures figures = new Soak(subjects, census, seed).run(starts, limit, progress(starts));
      figures.lines().forEach(out::println);
      out.println("seed " + seed);
      return figures.clean() ? 0 : 1;
    } finally {
      deleteTree(sockets);
    }
  }

  private static Subjects subjects(Path root, Path sockets) throws IOException {
    Path interop = root.resolve("interop").toAbsolutePath().normalize();
    GoPrograms go = GoPrograms.build(root);
    return new Subjects(
        PluginProgram.compile(interop.resolve("InteropPlugin.java")).command(),
        go.missing().isEmpty() ? List.of(go.plugin().toString()) : List.of(),
        PluginProgram.compile(interop.resolve("SoakHost.java")).command(),
        Map.of("TMPDIR", sockets.toString(), "COURSE_SOAK", String.valueOf(sockets.getFileName())),
        sockets);
  }

  private static IntConsumer progress(int starts) {
    return done -> System.err.printf("soak: %d of %d%n", done, starts);
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
