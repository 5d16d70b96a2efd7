package attack;

import attack.AttackLine.Outcome;
import attack.AttackLine.Role;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs all tests with marks through Maven, tells how far it is, and prints the table.
public final class AttackRun {
  private static final int LOG_TAIL = 40;

  private final Path root;
  private final Path report;
  private final Path log;
  private final PrintStream out;

  private AttackRun(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
    report = root.resolve(".course/attacks/report.tsv");
    log = root.resolve(".course/attacks/maven.log");
  }

  /// Runs them.
  ///
  /// @param root the course's folder
  /// @param tests names of test classes as Maven takes them; none for all
  /// @param out for the progress and the table
  /// @return the exit code: 0 if each attack was refused or skipped, 1 if one was not, 2 if the
  ///   build failed before
  /// @throws IOException if Maven cannot be started, or the report not be read
  public static int run(Path root, List<String> tests, PrintStream out)
      throws IOException, InterruptedException {
    return new AttackRun(root, out).run(tests);
  }

  private int run(List<String> tests) throws IOException, InterruptedException {
    Files.createDirectories(report.getParent());
    Files.deleteIfExists(report);
    out.println("Attacks run; this takes some minutes. What the tests say: " + relative(log));
    int exit = maven(tests);
    List<AttackLine> lines = lines();
    if (exit != 0 || lines.isEmpty()) {
      out.println("\nThe build failed before all attacks ran. The end of " + relative(log) + ":\n");
      List<String> all = Files.readAllLines(log);
      all.subList(Math.max(0, all.size() - LOG_TAIL), all.size()).forEach(out::println);
      return 2;
    }
    AttackTable table = new AttackTable(lines, colours());
    out.println();
    out.print(table.text());
    return table.allRefused() ? 0 : 1;
  }

  private Path relative(Path file) {
    return root.relativize(file);
  }

  /// Runs Maven and tells of each attack that ends.
  private int maven(List<String> tests) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(tests)).directory(root.toFile()).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    environment(builder.environment());
    Process maven = builder.start();
    Thread end = new Thread(() -> stop(maven));
    Runtime.getRuntime().addShutdownHook(end);
    int told = 0;
    while (!maven.waitFor(500, TimeUnit.MILLISECONDS)) {
      told = tell(told);
    }
    tell(told);
    Runtime.getRuntime().removeShutdownHook(end);
    return maven.exitValue();
  }

  private static void stop(Process maven) {
    maven.descendants().forEach(ProcessHandle::destroy);
    maven.destroy();
  }

  private List<String> command(List<String> tests) throws IOException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-pl", modules(), "-am"));
    command.addAll(
        List.of(
            "-Dspotless.check.skip=true",
            "-Dgroups=attack",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dmaven.test.failure.ignore=true",
            "-Dattacks.report=" + report));
    if (!tests.isEmpty()) {
      command.add("-Dtest=" + String.join(",", tests));
    }
    command.add("test");
    return command;
  }

  private String modules() throws IOException {
    try (Stream<Path> layers = Files.list(root.resolve("solutions"))) {
      return String.join(
          ",",
          layers
              .filter(layer -> Files.exists(layer.resolve("pom.xml")))
              .map(layer -> root.relativize(layer).toString())
              .sorted()
              .toList());
    }
  }

  /// As the Makefile has it: this JDK, and the tools that `make setup` has unpacked.
  private void environment(Map<String, String> variables) {
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.merge(
        "MAVEN_OPTS",
        "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED",
        (own, more) -> own + " " + more);
    variables.merge(
        "PATH",
        root.resolve(".course/tools/usr/bin").toString(),
        (path, tools) -> path + File.pathSeparator + tools);
  }

  /// @return how many lines have been told
  private int tell(int told) throws IOException {
    List<AttackLine> lines = lines();
    for (AttackLine line : lines.subList(told, lines.size())) {
      if (line.role() == Role.ATTACK && line.outcome() != Outcome.PLANNED) {
        out.println(
            "  %-4s %-60s %s"
                .formatted(
                    line.exercise(),
                    line.attack(),
                    line.outcome() == Outcome.PASSED
                        ? "refused"
                        : AttackTable.word(line.outcome()).toLowerCase(Locale.ROOT)));
      }
    }
    return lines.size();
  }

  private List<AttackLine> lines() throws IOException {
    if (!Files.exists(report)) {
      return List.of();
    }
    List<AttackLine> lines = new ArrayList<>();
    for (String line : Files.readAllLines(report)) {
      Optional<AttackLine> parsed = AttackLine.parse(line);
      if (parsed.isEmpty()) {
        // The last line is being written.
        break;
      }
      lines.add(parsed.get());
    }
    return lines;
  }

  /// Colours only for a terminal, and not if `NO_COLOR` is set.
  private static boolean colours() {
    String noColor = System.getenv("NO_COLOR");
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && (noColor == null || noColor.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }
}
