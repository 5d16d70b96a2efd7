package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static pictures.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.Map;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import org.junit.jupiter.api.Test;
import pictures.SequenceDiagram.Arrow;
import pictures.SequenceDiagram.Note;

class TraceDiagramTest {
  private static final long MILLI = 1_000_000;

  @Test
  void eachKindOfEventIsDrawn() {
    SequenceDiagram diagram =
        TraceDiagram.of(
            "A life",
            List.of(
                event(0, "host", TraceKind.STATE, Map.of("from", "new", "to", "starting")),
                event(1, "host", TraceKind.SPAWN, Map.of("pid", "42")),
                event(2, "calculator", TraceKind.LOG, Map.of("level", "info", "message", "hello")),
                event(3, "calculator", TraceKind.HANDSHAKE, Map.of("line", "1|1|unix|/s|grpc|")),
                event(4, "host", TraceKind.DIAL, Map.of("address", "unix:/s")),
                event(5, "host", "coffee-break", Map.of("minutes", 5)),
                event(9, "host", TraceKind.EXIT, Map.of("status", "exit code 0"))));
    assertThat(diagram.lifelines()).containsExactly("host", "calculator");
    assertThat(diagram.steps())
        .containsExactly(
            new Note(0, "host", "state: starting"),
            new Arrow(1, "host", "calculator", "start process 42"),
            new Note(2, "calculator", "info: hello"),
            new Arrow(3, "calculator", "host", "1|1|unix|/s|grpc|", true),
            new Arrow(4, "host", "calculator", "connect to unix:/s"),
            new Note(5, "host", "coffee-break {minutes=5}"),
            new Arrow(9, "calculator", "host", "exit code 0", true));
    assertThatPicture(diagram.svg()).isAccessible().holdsAllTexts().keepsTextsApart();
  }

  @Test
  void whatProtectsTheConnectionAndTheBrokersMessagesAreDrawn() {
    SequenceDiagram diagram =
        TraceDiagram.of(
            "A knock",
            List.of(
                event(1, "host", TraceKind.TLS, Map.of("protocol", "TLSv1.3", "peer", "CN=x")),
                event(
                    2,
                    "host",
                    TraceKind.BROKER,
                    Map.of("direction", "sent", "what", "knock", "stream", 1)),
                event(
                    3,
                    "host",
                    TraceKind.BROKER,
                    Map.of("direction", "received", "what", "come in", "stream", 1))));
    assertThat(diagram.steps())
        .containsExactly(
            new Note(1, "host", "TLSv1.3 with CN=x"),
            new Arrow(2, "host", "plugin", "broker: knock, stream 1"),
            new Arrow(3, "plugin", "host", "broker: come in, stream 1", true));
  }

  @Test
  void aCallIsDrawnFromItsBeginning() {
    SequenceDiagram diagram =
        TraceDiagram.of(
            "Two calls that overlap",
            List.of(call(20, "calc.Calculator/Add", 5), call(30, "calc.Calculator/Divide", 20)));
    assertThat(diagram.steps())
        .containsExactly(
            new Arrow(10, "host", "plugin", "call Divide"),
            new Arrow(15, "host", "plugin", "call Add"),
            new Arrow(20, "plugin", "host", "OK after 5.0 ms", true),
            new Arrow(30, "plugin", "host", "OK after 20.0 ms", true));
  }

  @Test
  void killStepsThatAreRecordedAtTheEndStandWhereTheyHappened() {
    SequenceDiagram diagram =
        TraceDiagram.of(
            "An end by force",
            List.of(
                event(2050, "host", TraceKind.EXIT, Map.of("status", "exit code 143")),
                killStep(2060, "SHUTDOWN", 2000, false),
                killStep(2060, "TERMINATE", 50, true)));
    assertThat(diagram.steps())
        .containsExactly(
            new Arrow(10, "host", "plugin", "please shut down"),
            new Note(2010, "host", "still there after 2000.0 ms"),
            new Arrow(2010, "host", "plugin", "SIGTERM"),
            new Arrow(2050, "plugin", "host", "exit code 143", true));
  }

  @Test
  void anEmptyTraceIsAnEmptyPicture() {
    assertThatPicture(TraceDiagram.of("Nothing", List.of()).svg()).holdsAllTexts();
  }

  private static TraceEvent call(long millis, String method, long took) {
    return event(
        millis,
        "host",
        TraceKind.RPC,
        Map.of("method", method, "status", "OK", "nanos", took * MILLI));
  }

  private static TraceEvent killStep(long millis, String rung, long took, boolean ended) {
    return event(
        millis,
        "host",
        TraceKind.KILL_STEP,
        Map.of("rung", rung, "nanos", took * MILLI, "ended", ended));
  }

  private static TraceEvent event(
      long millis, String process, String kind, Map<String, Object> details) {
    return new TraceEvent(millis * MILLI, process, kind, details);
  }
}
