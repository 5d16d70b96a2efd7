package replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.CalculatorClient;
import basics.MagicCookie;
import basics.PluginProgram;
import contract.Calculator;
import contract.DivisionByZeroException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.TraceRecorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import prove.WrongAnswer;

/// Lesson 1's plugin as a process of its own, recorded; then replayed on itself and on one with a
/// wrong answer of the lesson.
@Timeout(180)
class ReplayCommandTest {
  private static final Path COURSE =
      Path.of(Files.isDirectory(Path.of("solutions")) ? "" : "..").toAbsolutePath().normalize();
  private static final Path LESSON = COURSE.resolve("solutions/01-basics");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path trace;

  @BeforeEach
  void nameTheTrace() {
    trace = folder.resolve("trace.jsonl");
  }

  private int replay(String... arguments) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private void record(int payloadBytes) throws IOException {
    List<String> command = PluginProgram.compile(LESSON.resolve("Plugin.java")).command();
    MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
    PluginSet plugins =
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
    try (TraceRecorder recorder = TraceRecorder.to(trace, payloadBytes);
        PluginClient plugin =
            PluginClient.of(
                ClientConfig.builder(new HandshakeConfig(1, cookie), command)
                    .plugins(plugins)
                    .trace(recorder)
                    .build())) {
      Calculator calculator = plugin.dispense("calculator", Calculator.class);
      calculator.initialize();
      assertThat(calculator.add(6, 7)).isEqualTo(13);
      assertThat(calculator.subtract(6, 7)).isEqualTo(-1);
      assertThat(catchThrowable(() -> calculator.divide(6, 0)))
          .isInstanceOf(DivisionByZeroException.class);
    }
  }

  /// The finished lesson with a wrong answer in it, in a tree like the course's.
  private Path wrong(String answer) throws IOException {
    Files.createSymbolicLink(folder.resolve("shared-contract"), COURSE.resolve("shared-contract"));
    Files.createSymbolicLink(folder.resolve("solutions"), COURSE.resolve("solutions"));
    Path lesson = folder.resolve("lessons/01-basics");
    Map<Path, String> files =
        WrongAnswer.read(LESSON.resolve("wrong-answers").resolve(answer)).applyTo(finished());
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path target = lesson.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return lesson.resolve("Plugin.java");
  }

  private static Map<Path, String> finished() throws IOException {
    Map<Path, String> files = new HashMap<>();
    files.put(Path.of("Plugin.java"), Files.readString(LESSON.resolve("Plugin.java")));
    try (Stream<Path> basics = Files.list(LESSON.resolve("basics"))) {
      for (Path file : basics.toList()) {
        files.put(LESSON.relativize(file), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aBugOfAnotherPluginIsShownByItsCall() throws IOException {
    record(1_000);

    int same = replay(trace.toString(), "--script", LESSON.resolve("Plugin.java").toString());

    assertThat(out.toString())
        .as(err.toString())
        .isEqualTo("4 calls made again: 4 as recorded, 0 different\n");
    assertThat(same).isZero();

    out.getBuffer().setLength(0);
    int different =
        replay(trace.toString(), "--script", wrong("1.2/swaps-operands.java").toString());

    assertThat(out.toString())
        .as(err.toString())
        .contains(
            """
            call 4, course.calculator.v1.Calculator/Divide
              sent      left: 6.0
              expected  INVALID_ARGUMENT 6.0 / 0.0
                        calculator-error=DIVISION_BY_ZERO
              found     OK
                        (all defaults)
            """);
    assertThat(different).isEqualTo(1);
  }

  @Test
  void aTraceWithoutMessagesSaysHowToRecordThem() throws IOException {
    record(0);

    assertThat(replay(trace.toString(), "--script", "Plugin.java")).isEqualTo(2);
    assertThat(err.toString())
        .contains("has no calls with their messages")
        .contains("COURSE_TRACE_PAYLOADS=65536");
  }

  @Test
  void aPluginThatDoesNotStartIsTold() throws IOException {
    record(1_000);

    assertThat(replay(trace.toString(), "--", "/bin/sh", "-c", "echo broken >&2; exit 3"))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("no replay: ").contains("broken");
    assertThat(replay(trace.toString())).as("no plugin named").isEqualTo(2);
    assertThat(replay(folder.resolve("none").toString(), "--", "x")).as("no file").isEqualTo(2);
    assertThat(err.toString()).contains("no replay: there is no file " + folder.resolve("none"));
  }
}
