package conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import raw.JavaProgram;

/// A host, run with the strict plugin in its plugin's place.
final class HostExamination {
  /// The word in the host's command that stands for the plugin's command.
  static final String PLACEHOLDER = "{plugin}";

  /// The variable in which the host finds the plugin's command, as one line for a shell.
  static final String VARIABLE = "PLUGIN_COMMAND";

  private final String cookie;
  private final Duration timeout;

  /// @param cookie what the host gives, `KEY=VALUE`
  /// @param timeout how long the host may run
  HostExamination(String cookie, Duration timeout) {
    this.cookie = cookie;
    this.timeout = timeout;
  }

  /// What came of it.
  ///
  /// @param report the strict plugin's report, a line each, without its sum
  /// @param end how the host ended, and what it left behind
  record Outcome(List<String> report, List<Examination.Result> end) {}

  /// Runs the host. Its stdout and stderr are this process's stderr.
  ///
  /// @param host its command; the word `{plugin}` becomes the plugin's command
  Outcome run(List<String> host) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("h");
    try {
      return run(host, folder);
    } finally {
      delete(folder);
    }
  }

  private Outcome run(List<String> host, Path folder) throws IOException, InterruptedException {
    Path report = folder.resolve("report");
    Path sockets = Files.createDirectory(folder.resolve("s"));
    List<String> plugin = StrictPlugin.command(cookie, report);
    ProcessBuilder builder = new ProcessBuilder(filled(host, plugin));
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put(VARIABLE, JavaProgram.shellLine(plugin));
    environment.put("TMPDIR", sockets.toString());
    environment.put(HostEnvironment.CERTIFICATE, HostEnvironment.LEAK);
    environment.put(HostEnvironment.MULTIPLEXING, HostEnvironment.LEAK);
    Process process = builder.start();
    Thread output = Thread.ofVirtual().start(() -> copy(process));
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      List<Examination.Result> end = new ArrayList<>();
      end.add(hostEnd(process, ended));
      end.add(pluginGone(report));
      end.add(socketsGone(sockets));
      List<String> lines = Files.exists(report) ? Files.readAllLines(report) : List.of();
      return new Outcome(lines.subList(0, Math.max(0, lines.size() - 1)), end);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      ours(report).forEach(ProcessHandle::destroyForcibly);
      output.join(Duration.ofSeconds(1));
    }
  }

  private static List<String> filled(List<String> host, List<String> plugin) {
    List<String> command = new ArrayList<>();
    for (String word : host) {
      if (word.equals(PLACEHOLDER)) {
        command.addAll(plugin);
      } else {
        command.add(word);
      }
    }
    return command;
  }

  private static void copy(Process process) {
    try {
      process.getInputStream().transferTo(System.err);
    } catch (IOException ignored) {
      // The host was destroyed: what it said is said.
    }
  }

  private Examination.Result hostEnd(Process process, boolean ended) {
    return result(
        "host-end",
        "For information.",
        ended
            ? Finding.note("exit code %d", process.exitValue())
            : Finding.fail("still there after %d s; it was killed", timeout.toSeconds()));
  }

  private static Examination.Result pluginGone(Path report) throws InterruptedException {
    String rule = "go-plugin: Kill. When the host has ended, its plugins have.";
    if (!Files.exists(report)) {
      return result("plugin-gone", rule, Finding.fail("the host never started the strict plugin"));
    }
    List<ProcessHandle> left = ours(report);
    return result(
        "plugin-gone",
        rule,
        left.isEmpty()
            ? Finding.pass("no process is left")
            : Finding.fail("process %d runs on", left.getFirst().pid()));
  }

  /// The strict plugins with that report.
  private static List<ProcessHandle> ours(Path report) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().arguments().stream()
                    .flatMap(Stream::of)
                    .anyMatch(report.toAbsolutePath().toString()::equals))
        .toList();
  }

  private static Examination.Result socketsGone(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.toList();
      return result(
          "sockets-gone",
          "Beyond go-plugin: the host removes the socket of a plugin that it had to kill.",
          left.isEmpty()
              ? Finding.pass("nothing is left in TMPDIR")
              : Finding.note("left in TMPDIR: %d", left.size()));
    }
  }

  private static Examination.Result result(String name, String rule, Finding finding) {
    return new Examination.Result(new Check(name, rule, () -> finding), finding);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
