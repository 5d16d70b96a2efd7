import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.CalculatorClient;
import basics.HandshakeException;
import basics.Logging;
import basics.MagicCookie;
import contract.Calculator;
import course.ExerciseNotDone;
import java.time.Duration;
import java.util.List;
import lifecycle.ClientConfig;
import lifecycle.ExitStatus;
import lifecycle.HandshakeConfig;
import lifecycle.NotAPluginException;
import lifecycle.PluginClient;
import lifecycle.PluginExitedException;
import lifecycle.PluginSet;
import lifecycle.PluginStartException;
import lifecycle.PluginStartTimeoutException;
import lifecycle.StartEvidence;
import lifecycle.StartFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three errors by themselves, then as a host meets them: with shell scripts as bad plugins.
@Tag("2.2")
@DisplayName("2.2 PluginStartException.of")
class StartFailureCheck {
  private static final StartEvidence EVIDENCE =
      new StartEvidence(
          List.of("/opt/plugins/spell", "--serve"),
          List.of("loading words", "words.txt: no such file"),
          List.of("path: /opt/plugins/spell", "mode: rwxr-xr-x, owner: ada, you: ada"));

  @BeforeAll
  static void keepLogsFromStdout() {
    Logging.toStderr();
  }

  @Test
  @DisplayName("no line in time: PluginStartTimeoutException, with the timeout")
  void timeoutNamesTheTimeout() {
    PluginStartException error =
        PluginStartException.of(new StartFailure.TimedOut(Duration.ofSeconds(47)), EVIDENCE);

    assertThat(error)
        .as("StartFailure.TimedOut becomes a PluginStartTimeoutException")
        .isInstanceOf(PluginStartTimeoutException.class);
    assertThat(sentence(error, EVIDENCE))
        .as("the first sentence names the timeout of 47 s, and that the process was killed")
        .contains("47")
        .contains("killed");
  }

  @ParameterizedTest(name = "{1}", quoteTextArguments = false)
  @CsvSource({"3, exit code 3", "0, exit code 0", "137, exit code 137 (SIGKILL)"})
  @DisplayName("an end without a line: PluginExitedException, with the exit status")
  void earlyExitNamesTheStatus(int code, String status) {
    PluginStartException error =
        PluginStartException.of(new StartFailure.ExitedEarly(ExitStatus.of(code)), EVIDENCE);

    assertThat(error)
        .as("StartFailure.ExitedEarly becomes a PluginExitedException")
        .isInstanceOf(PluginExitedException.class);
    assertThat(sentence(error, EVIDENCE))
        .as("the first sentence names the exit status as ExitStatus.toString has it")
        .contains(status);
  }

  @Test
  @DisplayName("a bad line: NotAPluginException, with the line and what is wrong with it")
  void garbageQuotesTheLine() {
    HandshakeException cause = HandshakeException.inLine("hello, world", "found 1 fields");

    PluginStartException error =
        PluginStartException.of(new StartFailure.Garbage("hello, world", cause), EVIDENCE);

    assertThat(error)
        .as("StartFailure.Garbage becomes a NotAPluginException")
        .isInstanceOf(NotAPluginException.class);
    assertThat(error).as("its cause is the HandshakeException").hasCause(cause);
    assertThat(sentence(error, EVIDENCE))
        .as("the first sentence quotes the line that was found")
        .contains("\"hello, world\"");
  }

  @ParameterizedTest(name = "a line of {0} characters", quoteTextArguments = false)
  @ValueSource(ints = {121, 300, 70_000})
  @DisplayName("quotes no more than 120 characters of a long line")
  void garbageIsCut(int length) {
    String line = distinct(length);
    HandshakeException cause = HandshakeException.inLine("...", "found 1 fields");

    PluginStartException error =
        PluginStartException.of(new StartFailure.Garbage(line, cause), EVIDENCE);

    assertThat(sentence(error, EVIDENCE))
        .as("the first sentence quotes the line's first 120 characters, and not one more")
        .contains(line.substring(0, 120))
        .doesNotContain(line.substring(0, 121));
  }

  @Test
  @DisplayName("quotes the whole of a line of 120 characters")
  void garbageOfTheLimitIsWhole() {
    String line = distinct(120);
    HandshakeException cause = HandshakeException.inLine("...", "found 1 fields");

    PluginStartException error =
        PluginStartException.of(new StartFailure.Garbage(line, cause), EVIDENCE);

    assertThat(sentence(error, EVIDENCE))
        .as("a line of 120 characters is quoted as it is")
        .contains("\"" + line + "\"");
  }

  @Test
  @DisplayName("a line that would colour the terminal is made harmless")
  void garbageIsVisible() {
    HandshakeException cause = HandshakeException.inLine("...", "found 1 fields");

    PluginStartException error =
        PluginStartException.of(new StartFailure.Garbage("\u001b[31mred", cause), EVIDENCE);

    assertThat(sentence(error, EVIDENCE))
        .as("the first sentence shows the line's control character as \\u001b")
        .contains("\\u001b[31mred")
        .doesNotContain("\u001b");
  }

  @Test
  @DisplayName("a plugin that fails: exit code and its last words")
  void pluginThatFails() {
    Throwable error = startError("echo 'words.txt: no such file' >&2; echo bye >&2; exit 3");

    assertThat(error)
        .as("a plugin that exits with 3 before its line")
        .isInstanceOf(PluginExitedException.class)
        .hasMessageContaining("exit code 3");
    assertThat(error).message().as("its last lines on stderr").contains("words.txt", "bye");
    assertEvidence(error);
  }

  @Test
  @DisplayName("a plugin that is killed: the signal")
  void pluginThatIsKilled() {
    Throwable error = startError("kill -9 $$");

    assertThat(error)
        .as("a plugin that SIGKILL ends before its line")
        .isInstanceOf(PluginExitedException.class)
        .hasMessageContaining("exit code 137 (SIGKILL)");
    assertEvidence(error);
  }

  @Test
  @DisplayName("a program that is no plugin: the line that it printed")
  void programThatIsNoPlugin() {
    Throwable error = startError("echo 'Usage: spell [file]'; exec sleep 60");

    assertThat(error)
        .as("a program that prints something else")
        .isInstanceOf(NotAPluginException.class)
        .hasMessageContaining("\"Usage: spell [file]\"")
        .hasCauseInstanceOf(HandshakeException.class);
    assertEvidence(error);
  }

  @Test
  @DisplayName("a blank first line is no handshake line")
  void blankLine() {
    Throwable error = startError("echo; echo '1|1|unix|/tmp/late|grpc|'; exec sleep 60");

    assertThat(error)
        .as("a program whose first line is blank")
        .isInstanceOf(NotAPluginException.class)
        .hasMessageContaining("\"\"");
    assertEvidence(error);
  }

  @Test
  @DisplayName("a first line of 70 KB is cut, not printed")
  void hugeLine() {
    Throwable error = startError("printf '%070000d' 7; exec sleep 60");

    assertThat(error)
        .as("a program whose first line is longer than a host reads")
        .isInstanceOf(NotAPluginException.class);
    assertThat(error.getMessage().length())
        .as("the message's length: the line is cut")
        .isLessThan(2_000);
    assertEvidence(error);
  }

  @Test
  @DisplayName("a silent program: the timeout, and no process left")
  void silentProgram() {
    ClientConfig config =
        config("echo $$ >&2; exec sleep 60").startTimeout(Duration.ofMillis(300)).build();

    Throwable error = startError(config);

    assertThat(error)
        .as("a program that prints nothing for 300 ms")
        .isInstanceOf(PluginStartTimeoutException.class)
        .hasMessageContaining("killed");
    assertEvidence(error);
    long pid = Long.parseLong(error.getMessage().lines().toList().getLast().strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
        .as("the silent program after the timeout")
        .isEmpty();
  }

  /// The part of the message before the evidence.
  private static String sentence(PluginStartException error, StartEvidence evidence) {
    String message = error.getMessage();
    assertThat(message)
        .as("the message ends with evidence.describe() on lines of its own")
        .endsWith("\n" + evidence.describe());
    return message.substring(0, message.length() - evidence.describe().length());
  }

  private static void assertEvidence(Throwable error) {
    assertThat(error)
        .message()
        .as("the message ends with the evidence: command, facts about the file, stderr")
        .contains("\n  command: /bin/sh -c ")
        .contains("\n  path: /bin/sh")
        .contains("\n  stderr");
  }

  private static Throwable startError(String script) {
    return startError(config(script).build());
  }

  private static Throwable startError(ClientConfig config) {
    try (PluginClient client = PluginClient.of(config)) {
      Throwable error = catchThrowable(client::start);
      if (error instanceof ExerciseNotDone notDone) {
        throw notDone;
      }
      assertThat(error).as("a start that cannot succeed must fail").isNotNull();
      return error;
    }
  }

  private static ClientConfig.Builder config(String script) {
    PluginSet plugins =
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
    HandshakeConfig handshake =
        new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator"));
    return ClientConfig.builder(handshake, List.of("/bin/sh", "-c", script))
        .plugins(plugins)
        .startTimeout(Duration.ofSeconds(5));
  }

  /// A text in which no piece comes twice.
  private static String distinct(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(i).append('-');
    }
    return text.substring(0, length);
  }
}
