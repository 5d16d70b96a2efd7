package matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs one cell: the host's program with the plugin's command, in a process of its own.
final class CellRun {
  /// A cell takes half a minute on a machine with much else to do.
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final int STDERR_LINES = 5;
  private static final long LOOK_MILLIS = 200;

  private final Programs programs;

  CellRun(Programs programs) {
    this.programs = programs;
  }

  /// @throws IOException if the host cannot be started
  /// @throws InterruptedException if this thread is interrupted while the cell runs
  CellResult run(Cell cell) throws IOException, InterruptedException {
    List<String> host = programs.hosts().get(cell.host());
    List<String> plugin = programs.plugins().get(cell.plugin());
    if (host == null || plugin == null) {
      return new CellResult.Skipped(String.join(" ", programs.missing().values()));
    }
    List<String> command = new ArrayList<>(host);
    command.addAll(cell.hostFlags());
    command.add("--");
    command.addAll(plugin);
    command.addAll(cell.pluginFlags());
    return run(command);
  }

  private static CellResult run(List<String> command) throws IOException, InterruptedException {
    Path stdout = Files.createTempFile("interop", ".out");
    Path stderr = Files.createTempFile("interop", ".err");
    // go-plugin leaves sockets behind, with multiplexing always.
    Path sockets = Files.createTempDirectory("cell");
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    builder.environment().put("TMPDIR", sockets.toString());
    Process process = builder.start();
    Set<ProcessHandle> seen = new HashSet<>();
    try {
      process.getOutputStream().close();
      boolean ended = awaitEnd(process, seen);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return ended
          ? judge(process.exitValue(), Files.readAllLines(stdout), Files.readString(stderr), took)
          : new CellResult.Failed(List.of("not done within " + LIMIT.toSeconds() + " s"));
    } finally {
      seen.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(stdout);
      Files.deleteIfExists(stderr);
      deleteTree(sockets);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Waits, and notes the host's plugins: those that a broken host leaves have no link to it.
  private static boolean awaitEnd(Process host, Set<ProcessHandle> seen)
      throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      host.descendants().forEach(seen::add);
      if (host.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private static CellResult judge(int exitCode, List<String> lines, String stderr, Duration took) {
    List<String> failures = lines.stream().filter(line -> line.startsWith("fail ")).toList();
    int passed = (int) lines.stream().filter(line -> line.startsWith("pass ")).count();
    if (exitCode == 0 && failures.isEmpty() && passed > 0) {
      return new CellResult.Passed(passed, took);
    }
    if (!failures.isEmpty()) {
      return new CellResult.Failed(failures);
    }
    List<String> said = stderr.lines().limit(STDERR_LINES).toList();
    List<String> reasons = new ArrayList<>();
    reasons.add("the host ended with exit code %d, %d checks".formatted(exitCode, passed));
    reasons.addAll(said);
    return new CellResult.Failed(reasons);
  }
}
