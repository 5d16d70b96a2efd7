import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Random;
import lifecycle.LogEntry;
import lifecycle.LogLevel;
import lifecycle.LogLineParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of a plugin's log lines, as they stand at `LogLineParser.structured` and `text`.
@Tag("2.4")
@DisplayName("2.4 LogLineParser")
class LogLineParserCheck {
  private final LogLineParser parser = new LogLineParser();

  @Test
  @DisplayName("takes level, message and fields from a JSON line")
  void takesLevelMessageAndFields() {
    String line =
        "{\"@level\":\"warn\",\"@message\":\"disk is filling up\",\"@module\":\"plugin\","
            + "\"free\":17,\"ok\":false}";

    LogEntry entry = parser.parse(line);

    assertThat(entry.level()).as("level of %s", line).isEqualTo(LogLevel.WARN);
    assertThat(entry.message()).as("message of %s", line).isEqualTo("disk is filling up");
    assertThat(entry.fields())
        .as("all members but @level and @message are fields, and keep their types")
        .isEqualTo(Map.of("@module", "plugin", "free", 17, "ok", false));
  }

  @Test
  @DisplayName("keeps the fields in the line's order, the timestamp last")
  void keepsTheOrderOfTheFields() {
    String line =
        "{\"zeta\":1,\"@timestamp\":\"2026-01-31T12:00:00.123456Z\",\"@level\":\"info\","
            + "\"@message\":\"m\",\"@module\":\"plugin\",\"alpha\":2,\"mu\":3}";

    Map<String, Object> fields = parser.parse(line).fields();

    assertThat(List.copyOf(fields.keySet()))
        .as("fields in the line's order; @timestamp comes last, under the name timestamp")
        .containsExactly("zeta", "@module", "alpha", "mu", "timestamp");
    assertThat(fields.get("timestamp"))
        .as("the timestamp is the line's text")
        .isEqualTo("2026-01-31T12:00:00.123456Z");
  }

  @Test
  @DisplayName("adds no timestamp to a line that has none")
  void addsNoTimestamp() {
    assertThat(parser.parse("{\"@level\":\"info\",\"@message\":\"m\"}"))
        .as("a line without @timestamp has no field timestamp")
        .isEqualTo(LogEntry.of(LogLevel.INFO, "m"));
  }

  @Test
  @DisplayName("reads an absent message as empty")
  void readsAnAbsentMessageAsEmpty() {
    assertThat(parser.parse("{\"@level\":\"error\",\"code\":5}"))
        .as("without @message the message is empty; the fields count all the same")
        .isEqualTo(new LogEntry(LogLevel.ERROR, "", Map.of("code", 5)));
  }

  @ParameterizedTest(name = "knows the level {0}")
  @CsvSource({"trace, TRACE", "debug, DEBUG", "info, INFO", "Warn, WARN", "ERROR, ERROR"})
  void knowsLevels(String name, LogLevel level) {
    assertThat(parser.parse("{\"@level\":\"%s\",\"@message\":\"m\"}".formatted(name)))
        .as("@level %s; upper and lower case are the same", name)
        .isEqualTo(LogEntry.of(level, "m"));
  }

  @ParameterizedTest(name = "keeps a JSON line without a known level whole: {0}")
  @ValueSource(
      strings = {
        "{}",
        "{\"level\":\"info\",\"msg\":\"another logger\"}",
        "{\"@message\":\"no level\",\"a\":1}",
        "{\"@level\":\"fatal\",\"@message\":\"m\"}",
        "{\"@level\":\"off\",\"@message\":\"m\"}",
      })
  void keepsLinesWithoutKnownLevelWhole(String line) {
    assertThat(parser.parse(line))
        .as("no known @level: the whole line at DEBUG, without fields")
        .isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
  }

  @ParameterizedTest(name = "survives a member of the wrong type: {0}")
  @ValueSource(
      strings = {
        "{\"@level\":\"error\",\"@message\":42}",
        "{\"@level\":\"error\",\"@message\":null}",
        "{\"@level\":\"error\",\"@message\":[\"m\"]}",
        "{\"@level\":7,\"@message\":\"m\"}",
        "{\"@level\":null,\"@message\":\"m\"}",
        "{\"@level\":\"error\",\"@message\":\"m\",\"@timestamp\":1700000000}",
      })
  void survivesMembersOfTheWrongType(String line) {
    assertThat(parser.parse(line))
        .as("@level, @message or @timestamp is no text: the whole line at DEBUG, without fields")
        .isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
  }

  @ParameterizedTest(name = "reads a line with the timestamp {0} as plain text")
  @ValueSource(strings = {"yesterday", "", "2026-01-31", "2026-13-01T00:00:00.000000Z"})
  void readsABadTimestampAsText(String timestamp) {
    String line =
        "{\"@level\":\"info\",\"@message\":\"m\",\"@timestamp\":\"%s\"}".formatted(timestamp);

    assertThat(parser.parse(line))
        .as("a @timestamp that is no time makes the line plain text")
        .isEqualTo(LogEntry.of(LogLevel.DEBUG, line));

    parser.parse("panic: boom");

    assertThat(parser.parse(line).level())
        .as("as plain text after a crash it is ERROR")
        .isEqualTo(LogLevel.ERROR);
  }

  @ParameterizedTest(name = "takes the level of \"{0}\" from its prefix, and keeps the prefix")
  @CsvSource({
    "[TRACE] step, TRACE",
    "[DEBUG] detail, DEBUG",
    "[INFO] listening, INFO",
    "[WARN] slow, WARN",
    "[ERROR] broken, ERROR",
  })
  void takesLevelsFromPrefixes(String line, LogLevel level) {
    assertThat(parser.parse(line))
        .as("the prefix sets the level and stays in the message")
        .isEqualTo(LogEntry.of(level, line));
  }

  @ParameterizedTest(name = "reads \"{0}\" at DEBUG")
  @ValueSource(
      strings = {
        "hello",
        "",
        "found [ERROR] in a file",
        "[error] lower case is no prefix",
        "don't panic: all is well",
        "[1, 2, 3]",
        "42",
        "{ not JSON",
      })
  void readsOtherTextAtDebug(String line) {
    assertThat(parser.parse(line))
        .as("text without a prefix is DEBUG, whole")
        .isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
    assertThat(parser.parse("next").level())
        .as("the line after it is DEBUG, too")
        .isEqualTo(LogLevel.DEBUG);
  }

  @ParameterizedTest(name = "raises a crash and the text after it: {0}")
  @ValueSource(
      strings = {
        "panic: index out of range",
        "fatal error: out of memory",
        "Exception in thread \"main\" java.lang.IllegalStateException: boom",
      })
  void raisesACrash(String crash) {
    assertThat(parser.parse("before").level()).as("before the crash").isEqualTo(LogLevel.DEBUG);
    assertThat(parser.parse(crash))
        .as("the first line of a crash")
        .isEqualTo(LogEntry.of(LogLevel.ERROR, crash));
    for (String line : List.of("", "goroutine 1 [running]:", "\tmain.go:12", "exit status 2")) {
      assertThat(parser.parse(line))
          .as("all text after a crash is its trace: ERROR")
          .isEqualTo(LogEntry.of(LogLevel.ERROR, line));
    }
  }

  @Test
  @DisplayName("lets a level that a line names count after a crash, too")
  void letsNamedLevelsCountAfterACrash() {
    parser.parse("panic: boom");

    assertThat(parser.parse("[INFO] closing").level())
        .as("a prefix counts more than an earlier crash")
        .isEqualTo(LogLevel.INFO);
    assertThat(parser.parse("{\"@level\":\"trace\",\"@message\":\"m\"}").level())
        .as("a JSON line has its own level after a crash, too")
        .isEqualTo(LogLevel.TRACE);
    assertThat(parser.parse("{\"@level\":9}").level())
        .as("a JSON line that is broken is no crash trace")
        .isEqualTo(LogLevel.DEBUG);
    assertThat(parser.parse("goroutine 7").level())
        .as("plain text is still the crash's trace")
        .isEqualTo(LogLevel.ERROR);
  }

  @Test
  @DisplayName("raises a line of a Java stack trace, and only that line")
  void raisesStackFrames() {
    assertThat(parser.parse("\tat course.Main.main(Main.java:7)").level())
        .as("a tab and `at ` begin a line of a stack trace")
        .isEqualTo(LogLevel.ERROR);
    assertThat(parser.parse("going on").level())
        .as("a stack trace alone is no crash: many programs print one and go on")
        .isEqualTo(LogLevel.DEBUG);
  }

  @Test
  @DisplayName("reads each plugin's lines in a parser of its own")
  void knowsNothingOfOtherPlugins() {
    parser.parse("panic: boom");

    assertThat(new LogLineParser().parse("text").level())
        .as("one plugin's crash must not colour another plugin's lines")
        .isEqualTo(LogLevel.DEBUG);
  }

  @Test
  @DisplayName("never throws, whatever the line")
  void neverThrows() {
    long seed = 2_4L;
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      String line = randomLine(random);

      assertThatCode(() -> parser.parse(line))
          .as("parse must not throw (seed %d, round %d): %s", seed, round, line)
          .doesNotThrowAnyException();
    }
  }

  private static String randomLine(Random random) {
    List<String> names = List.of("@level", "@message", "@timestamp", "@module", "a");
    List<String> values =
        List.of("\"info\"", "\"x\"", "null", "1e999", "true", "[]", "{\"a\":{}}", "nonsense");
    StringBuilder line = new StringBuilder("{");
    for (int i = random.nextInt(5); i > 0; i--) {
      line.append('"')
          .append(names.get(random.nextInt(names.size())))
          .append("\":")
          .append(values.get(random.nextInt(values.size())))
          .append(i > 1 ? "," : "");
    }
    line.append('}');
    return line.substring(0, random.nextInt(8) == 0 ? line.length() / 2 : line.length());
  }
}
