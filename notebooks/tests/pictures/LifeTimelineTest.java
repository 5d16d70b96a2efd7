package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static pictures.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.Map;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import org.junit.jupiter.api.Test;
import pictures.Timeline.Mark;
import pictures.Timeline.Span;

class LifeTimelineTest {
  private static final List<TraceEvent> LIFE =
      List.of(
          event(0, TraceKind.STATE, Map.of("to", "starting")),
          event(10, TraceKind.SPAWN, Map.of("pid", "42")),
          event(50, TraceKind.HANDSHAKE, Map.of("line", "1|1|unix|/s|grpc|")),
          event(60, TraceKind.STATE, Map.of("to", "running")),
          event(80, TraceKind.RPC, Map.of("method", "c/Add", "status", "OK", "nanos", 5_000_000L)),
          event(100, TraceKind.STATE, Map.of("to", "stopping")),
          event(195, TraceKind.EXIT, Map.of("status", "exit code 143 (SIGTERM)")),
          event(195, TraceKind.STATE, Map.of("to", "exited")),
          event(200, TraceKind.KILL_STEP, step("SHUTDOWN", 80, false)),
          event(200, TraceKind.KILL_STEP, step("TERMINATE", 20, true)));

  @Test
  void eachKindOfEventHasItsLane() {
    Timeline timeline = LifeTimeline.of("A life", LIFE);
    assertThat(timeline.lanes()).containsExactly("state", "process", "calls", "ladder");
    assertThat(timeline.items())
        .contains(
            new Span("state", 60, 100, "running", Tone.GOOD),
            new Span("process", 10, 195, "process 42", Tone.OTHER),
            new Mark("process", 50, "handshake line", Tone.GOOD),
            new Mark("process", 195, "exit code 143 (SIGTERM)", Tone.BAD),
            new Span("calls", 75, 80, "Add", Tone.GOOD),
            new Span("ladder", 100, 180, "please shut down, no effect", Tone.BAD),
            new Span("ladder", 180, 200, "SIGTERM", Tone.GOOD));
    assertThatPicture(timeline.svg()).isAccessible().holdsAllTexts().keepsTextsApart();
  }

  @Test
  void theEndAloneBeginsAtZero() {
    double begin = LifeTimeline.beginOfEnd(LIFE);
    Timeline timeline = LifeTimeline.of("An end", LIFE, begin);
    assertThat(begin).isEqualTo(100);
    assertThat(timeline.lanes()).containsExactly("state", "process", "ladder");
    assertThat(timeline.items())
        .contains(
            new Span("process", 0, 95, "process 42", Tone.OTHER),
            new Span("ladder", 80, 100, "SIGTERM", Tone.GOOD));
  }

  @Test
  void anEmptyTraceIsAnEmptyPicture() {
    assertThat(LifeTimeline.beginOfEnd(List.of())).isZero();
    assertThatPicture(LifeTimeline.of("Nothing", List.of()).svg()).holdsAllTexts();
  }

  private static Map<String, Object> step(String rung, long took, boolean ended) {
    return Map.of("rung", rung, "nanos", took * 1_000_000, "ended", ended);
  }

  private static TraceEvent event(long millis, String kind, Map<String, Object> details) {
    return new TraceEvent(millis * 1_000_000, "host", kind, details);
  }
}
