package lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import basics.ListeningServer;
import basics.PluginConnection;
import basics.TraceFile;
import basics.UnixListener;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("trace.jsonl");
  }

  @Test
  void readsBackWhatWasRecorded() throws IOException {
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      trace.record("host", TraceKind.SPAWN, Map.of("pid", 42));
      trace.record("greeter", TraceKind.EXIT, Map.of());
    }

    List<TraceEvent> events = TraceReader.read(file);

    assertThat(events).map(TraceEvent::process).containsExactly("host", "greeter");
    assertThat(events).map(TraceEvent::kind).containsExactly("spawn", "exit");
    assertThat(events.getFirst().details()).containsExactly(entry("pid", 42L));
    assertThat(events).map(TraceEvent::at).isSorted().allMatch(at -> at >= 0);
  }

  @Test
  void writesALineOfFourMembers() {
    TraceEvent event = new TraceEvent(1_500, "host", TraceKind.DIAL, Map.of("to", "a\nb"));

    assertThat(event.toJson())
        .isEqualTo(
            "{\"at\":1500,\"process\":\"host\",\"kind\":\"dial\",\"details\":{\"to\":\"a\\nb\"}}");
  }

  @Test
  void bringsDetailsIntoTypesThatSurviveTheFile() {
    Map<String, Object> details = new HashMap<>();
    details.put("int", 7);
    details.put("double", 0.5);
    details.put("float", 0.25f);
    details.put("nan", Double.NaN);
    details.put("flag", true);
    details.put("list", Arrays.asList("sh", 1, null));
    details.put("time", Duration.ofSeconds(2));
    details.put("path", Path.of("/tmp/x"));
    details.put("half", "\ud800");
    details.put("null", null);

    TraceEvent event = new TraceEvent(3, "host", "own-kind", details);

    assertThat(event.details())
        .containsOnly(
            entry("int", 7L),
            entry("double", 0.5),
            entry("float", 0.25),
            entry("nan", "NaN"),
            entry("flag", true),
            entry("list", List.of("sh", "1", "null")),
            entry("time", "PT2S"),
            entry("path", "/tmp/x"),
            entry("half", "\ud800"));
    assertThat(TraceEvent.fromJson(event.toJson())).isEqualTo(event);
    assertThatThrownBy(() -> event.details().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void ignoresMembersThatItDoesNotKnow() {
    assertThat(
            TraceEvent.fromJson(
                "{\"v\":2,\"at\":1,\"process\":\"p\",\"kind\":\"k\",\"details\":{}}"))
        .isEqualTo(new TraceEvent(1, "p", "k", Map.of()));
  }

  @Test
  void losesAndMixesNoEventOfManyThreads() throws Exception {
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int thread = 0; thread < 20; thread++) {
          String name = "plugin-" + thread;
          threads.execute(
              () ->
                  IntStream.range(0, 500)
                      .forEach(i -> trace.record(name, TraceKind.LOG, Map.of("i", i))));
        }
      }
    }

    List<TraceEvent> events = TraceReader.read(file);

    assertThat(events).hasSize(10_000);
    assertThat(events).map(TraceEvent::at).isSorted();
    assertThat(events.stream().filter(event -> event.process().equals("plugin-7")))
        .map(event -> event.details().get("i"))
        .containsExactlyElementsOf(
            IntStream.range(0, 500).mapToObj(i -> (Object) (long) i).toList());
  }

  @Test
  void canBeReadWhileItIsWritten() throws IOException {
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      trace.record("host", TraceKind.STATE, Map.of());

      assertThat(TraceReader.read(file)).hasSize(1);
    }
  }

  @Test
  void beginsAnew() throws IOException {
    Files.writeString(file, "an older trace\n");

    TraceRecorder.to(file).close();

    assertThat(TraceReader.read(file)).isEmpty();
  }

  @Test
  void leavesOutATornLastLine() throws IOException {
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      trace.record("host", TraceKind.LOG, Map.of("message", "one"));
      trace.record("host", TraceKind.LOG, Map.of("message", "zwei \u00e4\u00f6\u00fc"));
    }
    byte[] whole = Files.readAllBytes(file);
    int secondLine = new String(whole, UTF_8).indexOf('\n') + 1;

    for (int length = secondLine; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThat(TraceReader.read(file)).as("cut after %d bytes", length).hasSize(1);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(TraceReader.read(file)).as("only the line end is missing").hasSize(2);
  }

  @Test
  void namesABadLineByItsNumber() throws IOException {
    String good = new TraceEvent(0, "host", "log", Map.of()).toJson() + "\n";

    Files.writeString(file, good + "garbage\n" + good);
    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":2: not a JSON object: garbage");

    Files.writeString(file, good + good + "{\"at\":\"x\"}\n");
    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ":3: \"at\" is x, expected a Number");
  }

  @Test
  void recordsNothingOnceItIsClosed() throws IOException {
    TraceRecorder trace = TraceRecorder.to(file);
    trace.close();
    trace.close();

    trace.record("host", TraceKind.LOG, Map.of());

    assertThat(TraceReader.read(file)).isEmpty();
  }

  @Test
  void goesOnAfterAThreadThatRecordsIsInterrupted() throws Exception {
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    trace.record("host", TraceKind.STATE, Map.of());
                  });
      thread.join();
      trace.record("host", TraceKind.STATE, Map.of());
    }

    assertThat(TraceReader.read(file)).hasSize(2);
  }

  @Test
  void switchesOffWhenAnEventCannotBeWritten() throws IOException {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    try (TraceRecorder trace = TraceRecorder.to(file)) {
      assertThatCode(() -> trace.record("host", TraceKind.LOG, Map.of("broken", broken)))
          .doesNotThrowAnyException();
      trace.record("host", TraceKind.LOG, Map.of());
    }

    assertThat(TraceReader.read(file)).isEmpty();
  }

  @Test
  void refusesAPlaceWhereItCannotOrMustNotWrite() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> TraceRecorder.to(pipe).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a regular file");
    assertThatThrownBy(() -> TraceRecorder.to(directory).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a regular file");
    assertThatThrownBy(() -> TraceRecorder.to(directory.resolve("no/such/folder")).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void recordsEachCallWithItsSizesStatusAndTime() throws Exception {
    Operands operands = Operands.newBuilder().setLeft(2).setRight(3).build();
    Result result = Result.newBuilder().setValue(5).build();
    try (TraceRecorder trace = TraceRecorder.to(file);
        ListeningServer server =
            new UnixListener(directory).listen(builder -> builder.addService(new Sums()));
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.intercept(new TraceInterceptor(trace, "host")))) {
      CalculatorGrpc.CalculatorBlockingStub stub =
          CalculatorGrpc.newBlockingStub(connection.channel());
      assertThat(stub.add(operands)).isEqualTo(result);
      assertThatThrownBy(() -> stub.divide(operands)).isInstanceOf(StatusRuntimeException.class);
      await().atMost(Duration.ofSeconds(60)).until(() -> TraceReader.read(file).size() == 2);
    }

    List<TraceEvent> calls = TraceReader.read(file);

    assertThat(calls).map(TraceEvent::kind).containsOnly("rpc");
    assertThat(calls.getFirst().details())
        .containsEntry("method", "course.calculator.v1.Calculator/Add")
        .containsEntry("requests", 1L)
        .containsEntry("requestBytes", (long) operands.getSerializedSize())
        .containsEntry("responses", 1L)
        .containsEntry("responseBytes", (long) result.getSerializedSize())
        .containsEntry("status", "OK");
    assertThat((Long) calls.getFirst().details().get("nanos")).isPositive();
    assertThat(calls.getLast().details())
        .containsEntry("status", "INVALID_ARGUMENT")
        .containsEntry("responses", 0L)
        .containsEntry("responseBytes", 0L);
  }

  @Test
  void printsEventsInColumns() {
    List<String> lines =
        TraceText.lines(
            List.of(
                new TraceEvent(0, "host", "spawn", Map.of("pid", 42)),
                new TraceEvent(
                    1_234_567_890,
                    "host",
                    "rpc",
                    Map.of(
                        "method",
                        "course.calculator.v1.Calculator/Add",
                        "status",
                        "OK",
                        "nanos",
                        1_234_567,
                        "requestBytes",
                        18,
                        "responseBytes",
                        9)),
                new TraceEvent(2_000_000_000, "plugin.greeter", "exit", Map.of())));

    assertThat(lines)
        .containsExactly(
            "     0.000 ms  host            spawn  pid=42",
            "  1234.567 ms  host            rpc    Add OK 1.234 ms, 18 B out, 9 B in",
            "  2000.000 ms  plugin.greeter  exit");
  }

  @Test
  void printsStatesAndLogLinesAsOneReadsThem() {
    List<String> lines =
        TraceText.lines(
            List.of(
                new TraceEvent(
                    0, "host", "state", Map.of("from", "new", "to", "starting", "plugin", "web")),
                new TraceEvent(
                    0, "host", "state", Map.of("from", "new", "to", "failed", "reason", "no line")),
                new TraceEvent(0, "web", "log", Map.of("level", "info", "message", "hello")),
                new TraceEvent(
                    0,
                    "host",
                    "kill-step",
                    Map.of("rung", "KILL", "nanos", 2_500_000, "ended", true)),
                new TraceEvent(0, "host", "chapter", Map.of("title", "pings"))));

    assertThat(lines)
        .containsExactly(
            "     0.000 ms  host  state      new -> starting (web)",
            "     0.000 ms  host  state      new -> failed: no line",
            "     0.000 ms  web   log        info: hello",
            "     0.000 ms  host  kill-step  KILL, the end after 2.500 ms",
            "     0.000 ms  host  chapter    pings");
  }

  @Test
  void printsNoLineThatIsTooLongOrMovesTheCursor() {
    String nasty = "\u001b[2J\n\t" + "x".repeat(300);
    List<String> lines =
        TraceText.lines(
            List.of(
                new TraceEvent(Long.MAX_VALUE, nasty, nasty, Map.of(nasty, nasty)),
                new TraceEvent(1, nasty, "rpc", Map.of("method", nasty))));

    assertThat(lines).hasSize(2).allMatch(line -> line.length() <= TraceText.COLUMNS);
    assertThat(lines).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    assertThat(TraceText.lines(List.of())).isEmpty();
  }

  @Test
  void givesNoneForATraceThatIsNotWanted() {
    AtomicInteger recorded = new AtomicInteger();
    Trace trace = (process, kind, details) -> recorded.incrementAndGet();

    trace.record("host", TraceKind.LOG, Map.of());
    Trace.NONE.record("host", TraceKind.LOG, Map.of());

    assertThat(recorded).hasValue(1);
  }

  @Test
  void readsAFileThatGrowsByAppending() throws IOException {
    TraceRecorder.to(file).close();
    Files.writeString(
        file, new TraceEvent(9, "p", "k", Map.of()).toJson(), StandardOpenOption.APPEND);

    assertThat(TraceReader.read(file)).containsExactly(new TraceEvent(9, "p", "k", Map.of()));
  }

  @Test
  void keepsMessagesOnlyIfToldTo() throws Exception {
    Operands operands = Operands.newBuilder().setLeft(2).setRight(3).build();
    try (TraceRecorder trace = TraceRecorder.to(file, operands.getSerializedSize());
        ListeningServer server =
            new UnixListener(directory).listen(builder -> builder.addService(new Sums()));
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.intercept(new TraceInterceptor(trace, "host")))) {
      CalculatorGrpc.CalculatorBlockingStub stub =
          CalculatorGrpc.newBlockingStub(connection.channel());
      assertThat(stub.add(operands).getValue()).isEqualTo(5);
      assertThatThrownBy(() -> stub.divide(operands)).isInstanceOf(StatusRuntimeException.class);
      await().atMost(Duration.ofSeconds(60)).until(() -> TraceReader.read(file).size() == 2);
    }

    List<TraceEvent> calls = TraceReader.read(file);

    String sent = Base64.getEncoder().encodeToString(operands.toByteArray());
    String answered =
        Base64.getEncoder().encodeToString(Result.newBuilder().setValue(5).build().toByteArray());
    assertThat(calls.getFirst().details())
        .containsEntry("request", List.of(sent))
        .containsEntry("response", List.of(answered))
        .containsEntry("cut", false);
    assertThat(calls.getLast().details())
        .containsEntry("request", List.of(sent))
        .containsEntry("response", List.of());
  }

  @Test
  void saysThatAMessageIsTooLongToBeKept() throws Exception {
    Operands operands = Operands.newBuilder().setLeft(2).setRight(3).build();
    try (TraceRecorder trace = TraceRecorder.to(file, operands.getSerializedSize() - 1);
        ListeningServer server =
            new UnixListener(directory).listen(builder -> builder.addService(new Sums()));
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.intercept(new TraceInterceptor(trace, "host")))) {
      assertThat(CalculatorGrpc.newBlockingStub(connection.channel()).add(operands).getValue())
          .isEqualTo(5);
      await().atMost(Duration.ofSeconds(60)).until(() -> TraceReader.read(file).size() == 1);
    }

    assertThat(TraceReader.read(file).getFirst().details())
        .containsEntry("request", List.of())
        .containsEntry("requestBytes", (long) operands.getSerializedSize())
        .containsEntry("cut", true);
  }

  @Test
  void namesOneOfSeveralPlugins() throws IOException {
    try (TraceRecorder recorder = TraceRecorder.to(file)) {
      Trace trace = recorder.forPlugin("primes");
      trace.record("plugin", TraceKind.LOG, Map.of("message", "hello"));
      trace.record("host", TraceKind.STATE, Map.of("to", "running"));
    }

    assertThat(TraceReader.read(file)).map(TraceEvent::process).containsExactly("primes", "host");
    assertThat(TraceReader.read(file).getLast().details())
        .containsOnly(entry("to", "running"), entry("plugin", "primes"));
    assertThat(Trace.NONE.forPlugin("primes")).isSameAs(Trace.NONE);
  }

  @Test
  void recordsWhatTheEnvironmentAsksFor() throws Exception {
    System.setProperty(TraceFile.PROPERTY, file.toString());
    System.setProperty(TraceFile.CHAPTER_PROPERTY, "one");
    try {
      Trace first = TraceRecorder.ofProcess();
      first.record("host", TraceKind.STATE, Map.of());
      System.setProperty(TraceFile.CHAPTER_PROPERTY, "two");
      TraceRecorder.ofProcess().record("host", TraceKind.STATE, Map.of());
      Path second = directory.resolve("new/second.jsonl");
      System.setProperty(TraceFile.PROPERTY, second.toString());
      TraceRecorder.ofProcess().record("host", TraceKind.DIAL, Map.of());
      first.record("host", TraceKind.EXIT, Map.of());

      assertThat(TraceReader.read(file))
          .map(event -> event.kind() + event.detail("title"))
          .containsExactly("chapterone", "state", "chaptertwo", "state", "exit");
      assertThat(TraceReader.read(second))
          .map(event -> event.kind() + event.detail("title"))
          .containsExactly("chaptertwo", "dial");
    } finally {
      System.clearProperty(TraceFile.PROPERTY);
      System.clearProperty(TraceFile.CHAPTER_PROPERTY);
    }
    assertThat(TraceRecorder.ofProcess()).isSameAs(Trace.NONE);
  }

  /// Checks may share one host: its connection is older than the chapter.
  @Test
  void whatAnOlderHostDoesStandsInTheNewChapter() throws Exception {
    System.setProperty(TraceFile.PROPERTY, file.toString());
    System.setProperty(TraceFile.CHAPTER_PROPERTY, "one");
    try {
      Trace host = TraceRecorder.ofProcess();
      host.record("host", TraceKind.STATE, Map.of());
      System.setProperty(TraceFile.CHAPTER_PROPERTY, "two");
      host.record("host", TraceKind.RPC, Map.of());

      assertThat(TraceReader.read(file))
          .map(event -> event.kind() + event.detail("title"))
          .containsExactly("chapterone", "state", "chaptertwo", "rpc");
    } finally {
      System.clearProperty(TraceFile.PROPERTY);
      System.clearProperty(TraceFile.CHAPTER_PROPERTY);
    }
  }

  @Test
  void isReadChapterByChapter() {
    TraceEvent before = new TraceEvent(0, "host", "state", Map.of());
    TraceEvent first = new TraceEvent(2, "host", "dial", Map.of());
    TraceEvent second = new TraceEvent(4, "host", "exit", Map.of());

    assertThat(
            TraceReader.chapters(
                List.of(
                    before,
                    new TraceEvent(1, "host", TraceKind.CHAPTER, Map.of("title", "pings")),
                    first,
                    new TraceEvent(3, "host", TraceKind.CHAPTER, Map.of("title", "dies")),
                    second)))
        .containsExactly(
            entry("", List.of(before)),
            entry("pings", List.of(first)),
            entry("dies", List.of(second)));
  }

  @Test
  void aFileThatCannotBeWrittenStopsNoHost() {
    System.setProperty(TraceFile.PROPERTY, directory.toString());
    try {
      assertThat(TraceRecorder.ofProcess()).isSameAs(Trace.NONE);
    } finally {
      System.clearProperty(TraceFile.PROPERTY);
    }
  }

  @Test
  void leavesOutCallsAndLogLinesOnceTheFileIsLong() throws IOException {
    try (TraceFile trace = TraceFile.to(file, 2_000, 0)) {
      for (int i = 0; i < 100; i++) {
        trace.record("host", TraceKind.RPC, Map.of("method", "Add"));
      }
      trace.record("host", TraceKind.EXIT, Map.of("status", "exit code 3"));
    }

    List<TraceEvent> events = TraceReader.read(file);

    assertThat(events.stream().filter(event -> event.kind().equals("rpc")).count())
        .isBetween(9L, 40L);
    assertThat(events.reversed().subList(0, 2))
        .map(TraceEvent::kind)
        .containsExactly(TraceKind.EXIT, TraceKind.LIMIT);
    assertThat(Files.size(file)).isLessThan(2_400);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerCanReadTheFile() throws IOException {
    TraceRecorder.to(file).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static final class Sums extends CalculatorGrpc.CalculatorImplBase {
    @Override
    public void add(Operands operands, StreamObserver<Result> answer) {
      answer.onNext(Result.newBuilder().setValue(operands.getLeft() + operands.getRight()).build());
      answer.onCompleted();
    }

    @Override
    public void divide(Operands operands, StreamObserver<Result> answer) {
      answer.onError(Status.INVALID_ARGUMENT.asRuntimeException());
    }
  }
}
