package lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class LogForwarderTest {
  private final CapturedLog log = new CapturedLog(Level.TRACE);
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

  @Test
  @Tag("F17")
  @Tag("case-18")
  void copiesTheLinesOfAProcessToTheRawStream() throws Exception {
    pumpProcess(forwarder(), "echo HELLO >&2; echo WORLD >&2");

    assertThat(raw.toString(UTF_8)).isEqualTo("HELLO\nWORLD\n");
    assertThat(log.lines()).containsExactly("DEBUG HELLO", "DEBUG WORLD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "12", "{\"a\":1}"})
  @Tag("F17")
  @Tag("case-19")
  void logsJsonOfAnotherKindAsItIs(String line) throws Exception {
    pumpProcess(forwarder(), "echo '" + line + "' >&2");

    assertThat(log.lines()).containsExactly("DEBUG " + line);
  }

  @Test
  @Tag("F17")
  @Tag("case-35")
  void logsMessageAndFieldsOfAnHclogLine() throws Exception {
    pumpProcess(
        forwarder(),
        "echo '{\"@level\":\"warn\",\"@message\":\"low\",\"left\":3,\"u\":\"B\"}' >&2");

    assertThat(log.lines()).containsExactly("WARN low");
    assertThat(log.events().getFirst().getKeyValuePairs())
        .map(pair -> pair.key + "=" + pair.value)
        .containsExactly("left=3", "u=B");
  }

  @Test
  @Tag("F17")
  @Tag("case-20")
  void leavesOutWhatTheLoggersLevelExcludes() {
    log.logger().setLevel(Level.WARN);

    pump(forwarder(), "[INFO] quiet\n[WARN] heard\nplain\npanic: boom\n");

    assertThat(log.lines()).containsExactly("WARN [WARN] heard", "ERROR panic: boom");
  }

  @Test
  void copiesAndKeepsLinesWhileTheLoggerIsOff() {
    log.logger().setLevel(Level.OFF);
    LogForwarder forwarder = forwarder();

    pump(forwarder, "panic: boom\n");

    assertThat(log.lines()).isEmpty();
    assertThat(raw.toString(UTF_8)).isEqualTo("panic: boom\n");
    assertThat(forwarder.lastLines()).containsExactly("panic: boom");
  }

  @Test
  @Tag("F17")
  @Tag("case-37")
  void reassemblesLinesLongerThanTheBufferByteForByte() throws Exception {
    LogForwarder forwarder = LogForwarder.to(log.logger()).raw(raw).lineLimitBytes(32).build();
    String text = "x".repeat(31) + "\n" + "y".repeat(32) + "\n" + "z".repeat(200) + "\nshort\n";

    pumpProcess(forwarder, "printf '%s' '" + text + "' >&2");

    assertThat(raw.toString(UTF_8)).isEqualTo(text);
    assertThat(forwarder.linesSeen()).isEqualTo(4);
    assertThat(log.lines())
        .startsWith("DEBUG " + "x".repeat(31), "DEBUG " + "y".repeat(32), "DEBUG " + "z".repeat(32))
        .endsWith("DEBUG " + "z".repeat(8), "DEBUG short")
        .hasSize(10);
  }

  @Test
  void copiesAnyBytesAsTheyAre() {
    byte[] bytes = new byte[100_000];
    new Random(37).nextBytes(bytes);
    bytes[bytes.length - 1] = '\n';

    LogForwarder.to(log.logger())
        .raw(raw)
        .lineLimitBytes(32)
        .build()
        .pump(new ByteArrayInputStream(bytes));

    assertThat(raw.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void keepsCarriageReturnsInTheCopyAndNotInTheLog() {
    pump(forwarder(), "one\r\ntwo\r\n");

    assertThat(raw.toString(UTF_8)).isEqualTo("one\r\ntwo\r\n");
    assertThat(log.lines()).containsExactly("DEBUG one", "DEBUG two");
  }

  @Test
  void endsALastLineThatHasNoEnd() {
    pump(forwarder(), "one\ntwo");

    assertThat(raw.toString(UTF_8)).isEqualTo("one\ntwo\n");
    assertThat(log.lines()).containsExactly("DEBUG one", "DEBUG two");
  }

  @Test
  @Tag("F17")
  @Tag("case-38")
  void parsesAShortJsonLineAndLogsThePiecesOfALongOneAsTheyAre() throws Exception {
    String fits = "{\"@level\":\"info\",\"@message\":\"this is short\"}";
    String tooLong =
        "{\"@level\":\"error\",\"@message\":\"this one is longer than 64 bytes and is"
            + " cut\",\"a\":1}";
    LogForwarder forwarder = LogForwarder.to(log.logger()).raw(raw).lineLimitBytes(64).build();

    pumpProcess(
        forwarder, "echo '%s' >&2; echo '%s' >&2; echo '%s' >&2".formatted(fits, tooLong, fits));

    assertThat(log.lines())
        .containsExactly(
            "INFO this is short",
            "DEBUG " + tooLong.substring(0, 64),
            "DEBUG " + tooLong.substring(64),
            "INFO this is short");
    assertThat(raw.toString(UTF_8)).isEqualTo(fits + "\n" + tooLong + "\n" + fits + "\n");
  }

  @Test
  void takesNoPieceOfALongLineForACrash() {
    LogForwarder forwarder = LogForwarder.to(log.logger()).lineLimitBytes(16).build();

    pump(forwarder, "0123456789abcdefpanic: not at a start\nnext\n");

    assertThat(log.lines()).endsWith("DEBUG next").allMatch(line -> line.startsWith("DEBUG "));
  }

  @Test
  @Tag("F17")
  @Tag("case-36")
  void logsAJavaStackTraceOfARealCrashAtError() throws Exception {
    pumpProcess(
        forwarder(),
        """
        printf 'Exception in thread "main" java.lang.Error: boom\\n\\tat A.b(A.java:1)\\n' >&2
        printf 'Caused by: java.lang.Error: deep\\n\\t... 1 more\\n' >&2\
        """);

    assertThat(log.events()).hasSize(4).allMatch(event -> event.getLevel() == Level.ERROR);
  }

  @Test
  void keepsTheLastLines() {
    LogForwarder forwarder = forwarder();

    pump(forwarder, String.join("\n", numbers(1, 30)) + "\n");

    assertThat(forwarder.lastLines()).containsExactlyElementsOf(numbers(11, 30));
    assertThat(forwarder.linesSeen()).isEqualTo(30);
  }

  @Test
  void holdsLittleOfAFloodOfLines() throws Exception {
    AtomicInteger bytes = new AtomicInteger();
    LogForwarder forwarder = LogForwarder.to(warnOnly()).raw(counting(bytes)).lastLines(3).build();

    pumpProcess(forwarder, "seq 100000 >&2");

    assertThat(forwarder.linesSeen()).isEqualTo(100_000);
    assertThat(forwarder.lastLines()).containsExactly("99998", "99999", "100000");
    assertThat(bytes).hasValue(588_895);
  }

  @Test
  void holdsLittleOfALineThatNeverEnds() throws Exception {
    int size = 64 * 1024 * 1024;
    AtomicInteger bytes = new AtomicInteger();
    LogForwarder forwarder = LogForwarder.to(warnOnly()).raw(counting(bytes)).build();

    pumpProcess(forwarder, "head -c " + size + " /dev/zero | tr '\\0' x >&2");

    assertThat(bytes).hasValue(size + 1);
    assertThat(forwarder.lastLines())
        .hasSize(LogForwarder.DEFAULT_LAST_LINES)
        .allMatch(line -> line.length() <= 1_003);
  }

  @Test
  void goesOnWithoutARawStreamThatFails() {
    List<Integer> writes = new ArrayList<>();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            writes.add(b);
            throw new IOException("disk full");
          }
        };

    pump(LogForwarder.to(log.logger()).raw(broken).build(), "one\ntwo\nthree\n");

    assertThat(log.lines()).containsExactly("DEBUG one", "DEBUG two", "DEBUG three");
    assertThat(writes).hasSize(1);
  }

  @Test
  void endsQuietlyWithAStreamThatBreaks() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream("one\n".getBytes(UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Stream closed");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("Stream closed");
              }
            });

    forwarder().pump(broken);

    assertThat(log.lines()).containsExactly("DEBUG one");
  }

  @Test
  void takesNullForNoRawStream() {
    pump(LogForwarder.to(log.logger()).raw(null).build(), "one\n");

    assertThat(log.lines()).containsExactly("DEBUG one");
  }

  @Test
  void recordsEntriesInTheTrace() {
    List<TraceEvent> events = new ArrayList<>();
    Trace trace =
        (process, kind, details) ->
            events.add(new TraceEvent(0, process, kind, Map.copyOf(details)));
    LogForwarder forwarder = LogForwarder.to(log.logger()).trace(trace, "greeter").build();

    pump(forwarder, "[WARN] careful\n" + "x".repeat(2_000) + "\n");

    assertThat(events).map(TraceEvent::process).containsOnly("greeter");
    assertThat(events).map(TraceEvent::kind).containsOnly("log");
    assertThat(events.getFirst().detail("level")).isEqualTo("warn");
    assertThat(events.getFirst().detail("message")).isEqualTo("[WARN] careful");
    assertThat(events.getLast().detail("message")).hasSize(1_003);
  }

  @Test
  void rejectsLimitsBelowOne() {
    LogForwarder.Builder builder = LogForwarder.to(log.logger());

    assertThatThrownBy(() -> builder.lineLimitBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lineLimitBytes < 1: 0");
    assertThatThrownBy(() -> builder.lastLines(-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lastLines < 1: -5");
  }

  @Test
  void aLineThatIsTakenIsNoLogLine() {
    List<String> taken = new ArrayList<>();
    LogForwarder forwarder =
        LogForwarder.to(log.logger())
            .raw(raw)
            .lineLimitBytes(16)
            .lines(line -> line.startsWith("#") && taken.add(line))
            .build();

    pump(forwarder, "one\n#two\nthree\n#four is too long to be one\n#five\n");

    assertThat(taken).containsExactly("#two", "#five");
    assertThat(log.lines())
        .containsExactly("DEBUG one", "DEBUG three", "DEBUG #four is too lon", "DEBUG g to be one");
    assertThat(forwarder.lastLines())
        .containsExactly("one", "three", "#four is too lon", "g to be one");
    assertThat(forwarder.linesSeen()).isEqualTo(3);
    assertThat(raw.toString(UTF_8)).contains("#two\n").endsWith("#five\n");
  }

  @Test
  void aTakerThatFailsCostsNoLine() {
    LogForwarder forwarder =
        LogForwarder.to(log.logger())
            .lines(
                line -> {
                  throw new IllegalStateException("no place for " + line);
                })
            .build();

    pump(forwarder, "one\ntwo\n");

    assertThat(log.lines()).containsExactly("DEBUG one", "DEBUG two");
  }

  private LogForwarder forwarder() {
    return LogForwarder.to(log.logger()).raw(raw).build();
  }

  private static org.slf4j.Logger warnOnly() {
    return new CapturedLog(Level.WARN).logger();
  }

  private static void pump(LogForwarder forwarder, String text) {
    forwarder.pump(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static void pumpProcess(LogForwarder forwarder, String script) throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", script)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      forwarder.pump(process.getErrorStream());
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
  }

  private static OutputStream counting(AtomicInteger bytes) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        bytes.incrementAndGet();
      }

      @Override
      public void write(byte[] chunk, int offset, int length) {
        bytes.addAndGet(length);
      }
    };
  }

  @Test
  void readsOnWhenTheLogFails() {
    Logger broken =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (log, method, arguments) -> {
                  if (method.getName().equals("getName")) {
                    return "plugin.greeter";
                  }
                  throw new IllegalStateException("the log's disk is full");
                });
    LogForwarder forwarder = LogForwarder.to(broken).raw(raw).build();

    forwarder.pump(new ByteArrayInputStream("one\ntwo\n".getBytes(UTF_8)));

    assertThat(forwarder.lastLines()).containsExactly("one", "two");
    assertThat(raw.toString(UTF_8)).isEqualTo("one\ntwo\n");
  }
}
