package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineParserTest {
  private final LogLineParser parser = new LogLineParser();

  @Test
  @Tag("F17")
  void takesLevelMessageAndFieldsFromHclogJson() {
    LogEntry entry =
        parser.parse(
            """
            {"@caller":"main.go:12","@level":"info","@message":"served","@module":"plugin.kv",\
            "@timestamp":"2026-01-31T12:00:00.123456+01:00","b":true,"port":1234,"ratio":0.5,\
            "who":"me"}\
            """);

    assertThat(entry.level()).isEqualTo(LogLevel.INFO);
    assertThat(entry.message()).isEqualTo("served");
    assertThat(entry.fields())
        .containsExactly(
            entry("@caller", "main.go:12"),
            entry("@module", "plugin.kv"),
            entry("b", true),
            entry("port", 1234),
            entry("ratio", 0.5),
            entry("who", "me"),
            entry("timestamp", "2026-01-31T12:00:00.123456+01:00"));
  }

  @Test
  void addsNoTimestampWhereThereIsNone() {
    assertThat(parser.parse("{\"@level\":\"warn\",\"@message\":\"m\"}"))
        .isEqualTo(LogEntry.of(LogLevel.WARN, "m"));
  }

  @Test
  void readsAnAbsentMessageAsEmpty() {
    assertThat(parser.parse("{\"@level\":\"error\",\"a\":1}"))
        .isEqualTo(new LogEntry(LogLevel.ERROR, "", Map.of("a", 1)));
  }

  @Test
  void keepsNullListAndObjectAsFieldValues() {
    LogEntry entry =
        parser.parse("{\"@level\":\"info\",\"none\":null,\"list\":[1,\"x\"],\"map\":{\"k\":1}}");

    assertThat(entry.fields())
        .containsExactly(
            entry("none", null), entry("list", List.of(1, "x")), entry("map", Map.of("k", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "trace, TRACE",
    "debug, DEBUG",
    "info, INFO",
    "warn, WARN",
    "error, ERROR",
    "INFO, INFO",
    "Warn, WARN",
    "' error ', ERROR"
  })
  void knowsTheLevelWhateverItsCase(String name, LogLevel level) {
    assertThat(parser.parse("{\"@level\":\"%s\",\"@message\":\"m\"}".formatted(name)))
        .isEqualTo(LogEntry.of(level, "m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"@message\":\"m\"}",
        "{\"level\":\"info\",\"msg\":\"another logger's JSON\"}",
        "{\"@level\":\"all\",\"@message\":\"m\"}",
        "{\"@level\":\"off\",\"@message\":\"m\"}",
        "{\"@level\":\"fatal\",\"@message\":\"m\"}",
        "{\"@level\":\"\",\"@message\":\"m\"}",
      })
  void keepsALineOfNoKnownLevelWholeAtDebug(String line) {
    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@level\":\"error\",\"@message\":42}",
        "{\"@level\":\"error\",\"@message\":null}",
        "{\"@level\":\"error\",\"@message\":[\"m\"]}",
        "{\"@level\":\"error\",\"@message\":{\"m\":1}}",
        "{\"@level\":7,\"@message\":\"m\"}",
        "{\"@level\":null,\"@message\":\"m\"}",
        "{\"@level\":\"error\",\"@message\":\"m\",\"@timestamp\":1700000000}",
        "{\"@level\":\"error\",\"@message\":\"m\",\"@timestamp\":null}",
      })
  @Tag("F17")
  @Tag("case-59")
  void keepsALineWithAMemberOfTheWrongTypeWholeAtDebug(String line) {
    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.DEBUG, line));

    parser.parse("panic: boom");

    assertThat(parser.parse(line).level()).as("it is no crash trace").isEqualTo(LogLevel.DEBUG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-01-31", "2026-13-31T12:00:00.000000Z", "12:00:00Z"})
  void readsALineWithABadTimestampAsText(String timestamp) {
    String line =
        "{\"@level\":\"info\",\"@message\":\"m\",\"@timestamp\":\"%s\"}".formatted(timestamp);

    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.DEBUG, line));

    parser.parse("fatal error: out of memory");

    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.ERROR, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,2,\"error\"]",
        "12345",
        "\"text\"",
        "null",
        "true",
        "{\"@level\":\"error\"",
        "{\"@level\":\"error\"} and more",
        "{\"@level\":\"error\"}{\"@level\":\"error\"}",
        "{'@level':'error'}",
        "",
        "   ",
        "\u0000",
        "HELLO",
      })
  void readsAllThatIsNoJsonObjectAsTextAtDebug(String line) {
    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
  }

  @ParameterizedTest
  @CsvSource({
    "[TRACE] t, TRACE",
    "[DEBUG] d, DEBUG",
    "[INFO] i, INFO",
    "[WARN] w, WARN",
    "[ERROR] e, ERROR",
    "[WARN]close, WARN",
    "[warn] lower, DEBUG",
    "' [WARN] later', DEBUG",
    "[FATAL] f, DEBUG",
    "WARN: w, DEBUG",
  })
  @Tag("F17")
  @Tag("case-20")
  void takesTheLevelOfATextFromItsPrefixAndKeepsThePrefix(String line, LogLevel level) {
    assertThat(parser.parse(line)).isEqualTo(LogEntry.of(level, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "panic: runtime error: index out of range",
        "fatal error: all goroutines are asleep",
        "Exception in thread \"main\" java.lang.IllegalStateException: boom",
      })
  @Tag("F17")
  @Tag("case-36")
  void raisesACrashAndAllTextAfterItToError(String crash) {
    assertThat(parser.parse("before").level()).isEqualTo(LogLevel.DEBUG);

    assertThat(parser.parse(crash)).isEqualTo(LogEntry.of(LogLevel.ERROR, crash));

    assertThat(parser.parse("").level()).isEqualTo(LogLevel.ERROR);
    assertThat(parser.parse("goroutine 1 [running]:").level()).isEqualTo(LogLevel.ERROR);
    assertThat(parser.parse("\tmain.go:12 +0x1d").level()).isEqualTo(LogLevel.ERROR);
    assertThat(parser.parse("[INFO] prefixed").level()).isEqualTo(LogLevel.INFO);
    assertThat(parser.parse("{\"@level\":\"trace\"}").level()).isEqualTo(LogLevel.TRACE);
    assertThat(parser.parse("still").level()).isEqualTo(LogLevel.ERROR);
  }

  @Test
  void raisesAStackFrameButNotWhatFollowsIt() {
    assertThat(parser.parse("java.lang.IllegalStateException: caught").level())
        .isEqualTo(LogLevel.DEBUG);
    assertThat(parser.parse("\tat course.Main.main(Main.java:7)").level())
        .isEqualTo(LogLevel.ERROR);
    assertThat(parser.parse("going on").level()).isEqualTo(LogLevel.DEBUG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"panic:", "don't panic: it is fine", "Fatal error: x", "at home"})
  void takesNoOtherTextForACrash(String line) {
    assertThat(parser.parse(line).level()).isEqualTo(LogLevel.DEBUG);
    assertThat(parser.parse("after").level()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void forgetsNothingAboutACrashInAnotherParser() {
    parser.parse("panic: boom");

    assertThat(new LogLineParser().parse("text").level()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void takesTheLastOfMembersOfOneName() {
    LogEntry entry = parser.parse("{\"@level\":\"info\",\"a\":1,\"@level\":\"warn\",\"a\":2}");

    assertThat(entry).isEqualTo(new LogEntry(LogLevel.WARN, "", Map.of("a", 2)));
  }

  @Test
  void readsWhatWouldBlowUpAParserAsText() {
    String deep = "{\"@level\":\"info\",\"a\":" + "[".repeat(60_000) + "]".repeat(60_000) + "}";
    String deepObjects = "{\"a\":".repeat(60_000) + "1" + "}".repeat(60_000);
    String longNumber = "{\"@level\":\"info\",\"a\":" + "9".repeat(60_000) + "}";

    for (String line : List.of(deep, deepObjects, longNumber)) {
      assertThat(parser.parse(line)).isEqualTo(LogEntry.of(LogLevel.DEBUG, line));
    }
  }

  @Test
  void readsNumbersOfAnySize() {
    LogEntry entry =
        parser.parse("{\"@level\":\"info\",\"big\":123456789012345678901,\"huge\":1e400000}");

    assertThat(entry.level()).isEqualTo(LogLevel.INFO);
    assertThat(entry.fields().get("big")).hasToString("123456789012345678901");
    assertThat(entry.fields()).containsKey("huge");
  }

  @Test
  void survivesTenThousandMalformedLines() {
    long seed = 24;
    MalformedLines lines = new MalformedLines(new Random(seed));
    for (int round = 0; round < 10_000; round++) {
      String line = lines.next();

      assertThatCode(() -> assertWellFormed(parser.parse(line), line))
          .as("seed %d, round %d: %s", seed, round, line)
          .doesNotThrowAnyException();
    }
  }

  private static void assertWellFormed(LogEntry entry, String line) {
    if (entry.fields().isEmpty() && entry.level() == LogLevel.DEBUG && !line.startsWith("{")) {
      assertThat(entry.message()).isEqualTo(line);
    }
    assertThat(entry.fields()).doesNotContainKeys("@level", "@message", "@timestamp");
  }
}
