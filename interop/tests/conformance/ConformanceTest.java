package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import basics.MagicCookie;
import basics.PluginProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.event.Level;
import raw.JavaProgram;

/// Plugins and hosts that work pass the kit, whoever wrote them.
class ConformanceTest {
  private static final MagicCookie COOKIE = new MagicCookie("COURSE_PLUGIN", "calculator");
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @BeforeAll
  static void beQuiet() {
    Logging.to("System.err", Level.ERROR, "%message%n");
  }

  @AfterAll
  static void leaveNothing() {
    Processes.assertNoneIsLeft();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @Tag("F3")
  @Tag("F6")
  @Tag("F13")
  @Tag("F34")
  @Tag("F37")
  @Tag("case-78")
  void thePluginOfTheWholeFrameworkPassesAllChecks() throws Exception {
    List<Examination.Result> results = examine(JavaProgram.command(WholePlugin.class, List.of()));

    assertThat(results).noneMatch(is(Verdict.FAIL));
    assertThat(named(results, Verdict.SKIP)).containsExactly("port-range");
    assertThat(named(results, Verdict.NOTE)).containsExactly("host-death");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @Tag("F30")
  void thePluginOnTcpKeepsToItsPorts() throws Exception {
    List<Examination.Result> results =
        examine(JavaProgram.command(WholePlugin.class, List.of("tcp")), "line", "port", "shutdown");

    assertThat(results).noneMatch(is(Verdict.FAIL));
    assertThat(named(results, Verdict.PASS)).contains("port-range", "line-network");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void thePluginOfLessonTwoPasses() throws Exception {
    List<String> command =
        PluginProgram.compile(Path.of("../solutions/02-lifecycle/Plugin.java")).command();

    List<Examination.Result> results =
        examine(command, "cookie", "line", "broker", "shutdown", "tls-certificate", "mux-field");

    assertThat(results).noneMatch(is(Verdict.FAIL));
    // It has neither security nor a broker, and says so.
    assertThat(named(results, Verdict.NOTE)).containsExactly("broker");
    assertThat(named(results, Verdict.SKIP)).containsExactly("tls-certificate", "mux-field");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void thePluginOnTheRealGoPluginPassesAllChecks() throws Exception {
    List<Examination.Result> results =
        examine(List.of(GoPrograms.program("plugin"), "-versions", "1,2"));

    assertThat(results).noneMatch(is(Verdict.FAIL));
    assertThat(named(results, Verdict.SKIP)).containsExactly("port-range");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theHostOfTheWholeFrameworkPassesAllChecks() throws Exception {
    List<String> host = JavaProgram.command(WholeHost.class, List.of(HostExamination.PLACEHOLDER));

    HostExamination.Outcome outcome = new HostExamination(Cookie.DEFAULT, TIMEOUT).run(host);

    assertThat(outcome.report())
        .noneMatch(line -> line.startsWith("FAIL"))
        .anyMatch(line -> line.matches("pass  tls +.*CN=localhost"))
        .anyMatch(line -> line.matches("pass  own-host +nothing.*"))
        .anyMatch(
            line -> line.matches("pass  grace +(SIGTERM|killed) \\d\\.\\d+ s after Shutdown"));
    assertThat(outcome.end()).noneMatch(is(Verdict.FAIL));
    assertThat(named(outcome.end(), Verdict.PASS)).containsExactly("plugin-gone", "sockets-gone");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theHostOnTheRealGoPluginPassesAllChecks() throws Exception {
    List<String> host =
        List.of(GoPrograms.program("host"), "-checks", "ping", "--", HostExamination.PLACEHOLDER);

    HostExamination.Outcome outcome = new HostExamination(Cookie.DEFAULT, TIMEOUT).run(host);

    assertThat(outcome.report())
        .noneMatch(line -> line.startsWith("FAIL"))
        .anyMatch(line -> line.matches("pass  grace +killed \\d\\.\\d+ s after Shutdown"))
        .anyMatch(line -> line.startsWith("note  own-host"));
    assertThat(outcome.end()).noneMatch(is(Verdict.FAIL));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aHostWithoutMannersFails() throws Exception {
    // It gives the cookie, reads one line, connects to nothing, and ends without a word.
    String script =
        "export COURSE_PLUGIN=calculator; sh -c \"$PLUGIN_COMMAND\" 2>/dev/null | head -1; exit 0";

    HostExamination.Outcome outcome =
        new HostExamination(Cookie.DEFAULT, TIMEOUT).run(List.of("/bin/sh", "-c", script));

    assertThat(outcome.report())
        .anyMatch(line -> line.matches("FAIL  versions +not set"))
        .anyMatch(line -> line.matches("FAIL  dial +never"))
        .anyMatch(line -> line.matches("FAIL  shutdown +never.*"));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aReportFitsTheTerminal() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
    Check check = new Check("line-address", "a rule, ".repeat(40), () -> Finding.pass("unused"));

    report.print(
        new Examination.Result(check, Finding.fail("%s", "evidence\nand\tmore ".repeat(40))));
    report.print(new Examination.Result(check, Finding.pass("%s", "x".repeat(400))));
    boolean clean = report.summary();

    assertThat(clean).isFalse();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.startsWith("FAIL  line-address"))
        .anyMatch(line -> line.contains("rule: a rule"))
        .last()
        .isEqualTo("2 checks: pass 1, FAIL 1, skip 0, note 0");
  }

  private static List<Examination.Result> examine(List<String> command, String... only)
      throws InterruptedException {
    Subject subject = new Subject(command, COOKIE, new TreeSet<>(), TIMEOUT);
    return Examination.of(subject, List.of(only), result -> {});
  }

  private static java.util.function.Predicate<Examination.Result> is(Verdict verdict) {
    return result -> result.finding().verdict() == verdict;
  }

  private static List<String> named(List<Examination.Result> results, Verdict verdict) {
    return results.stream().filter(is(verdict)).map(result -> result.check().name()).toList();
  }
}
