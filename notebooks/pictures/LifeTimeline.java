package pictures;

import java.util.ArrayList;
import java.util.List;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import pictures.Timeline.Item;
import pictures.Timeline.Mark;
import pictures.Timeline.Span;

/// Turns a recorded trace of a host and one plugin into a timeline: the states that the host saw,
/// the process, the calls, and the rungs of the kill ladder.
public final class LifeTimeline {
  private static final String STATE = "state";
  private static final String PROCESS = "process";
  private static final String CALLS = "calls";
  private static final String LADDER = "ladder";
  private static final double NANOS_PER_MILLI = 1e6;

  /// The last state is drawn, too: for this share of the whole.
  private static final double TAIL = 0.06;

  private final List<Item> items = new ArrayList<>();
  private final double begin;
  private final double end;

  private LifeTimeline(double begin, double end) {
    this.begin = begin;
    this.end = end;
  }

  /// The timeline of these events.
  ///
  /// @param title its headline
  /// @param events from [lifecycle.TraceReader]; all of one plugin
  public static Timeline of(String title, List<TraceEvent> events) {
    return of(title, events, 0);
  }

  /// The timeline of what happened after a moment, such as the begin of the end.
  ///
  /// @param fromMillis what was over before is left out, and the clock begins here
  public static Timeline of(String title, List<TraceEvent> events, double fromMillis) {
    double last = events.stream().mapToLong(TraceEvent::at).max().orElse(0) / NANOS_PER_MILLI;
    double end = fromMillis + Math.max(1, (last - fromMillis) * (1 + TAIL));
    LifeTimeline life = new LifeTimeline(fromMillis, end);
    life.addStates(events);
    life.addProcess(events);
    events.stream().filter(event -> event.kind().equals(TraceKind.RPC)).forEach(life::addCall);
    LadderStep.of(events).forEach(life::addStep);
    List<String> lanes = new ArrayList<>();
    for (String lane : List.of(STATE, PROCESS, CALLS, LADDER)) {
      if (life.items.stream().anyMatch(item -> item.lane().equals(lane))) {
        lanes.add(lane);
      }
    }
    return new Timeline(title, lanes, life.items);
  }

  /// When the host began to end the plugin, or the plugin ended: in milliseconds after the trace
  /// began, 0 if neither has happened.
  public static double beginOfEnd(List<TraceEvent> events) {
    return events.stream()
        .filter(
            event -> event.detail("to").equals("stopping") || event.kind().equals(TraceKind.EXIT))
        .mapToDouble(event -> event.at() / NANOS_PER_MILLI)
        .min()
        .orElse(0);
  }

  private void addStates(List<TraceEvent> events) {
    List<TraceEvent> changes =
        events.stream().filter(event -> event.kind().equals(TraceKind.STATE)).toList();
    for (int i = 0; i < changes.size(); i++) {
      String state = changes.get(i).detail("to");
      double to = i + 1 < changes.size() ? millis(changes.get(i + 1)) : end;
      addSpan(STATE, millis(changes.get(i)), to, state, tone(state));
    }
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "running" -> Tone.GOOD;
      case "starting", "stopping" -> Tone.BUSY;
      case "failed" -> Tone.BAD;
      default -> Tone.QUIET;
    };
  }

  private void addProcess(List<TraceEvent> events) {
    double spawned = begin;
    String name = "the plugin";
    double exited = end;
    for (TraceEvent event : events) {
      switch (event.kind()) {
        case TraceKind.SPAWN -> {
          spawned = millis(event);
          name = "process " + event.detail("pid");
        }
        case TraceKind.HANDSHAKE -> addMark(PROCESS, millis(event), "handshake line", Tone.GOOD);
        case TraceKind.EXIT -> {
          exited = millis(event);
          String status = event.detail("status");
          addMark(PROCESS, exited, status, status.equals("exit code 0") ? Tone.GOOD : Tone.BAD);
        }
        default -> {} // another lane's
      }
    }
    addSpan(PROCESS, spawned, exited, name, Tone.OTHER);
  }

  private void addCall(TraceEvent event) {
    double took = event.details().get("nanos") instanceof Long nanos ? nanos / NANOS_PER_MILLI : 0;
    String method = event.detail("method");
    String status = event.detail("status");
    boolean good = status.equals("OK");
    String text = method.substring(method.lastIndexOf('/') + 1) + (good ? "" : ": " + status);
    addSpan(CALLS, millis(event) - took, millis(event), text, good ? Tone.GOOD : Tone.BAD);
  }

  private void addStep(LadderStep step) {
    String text = step.text() + (step.ended() ? "" : ", no effect");
    addSpan(LADDER, step.from(), step.to(), text, step.ended() ? Tone.GOOD : Tone.BAD);
  }

  private void addSpan(String lane, double from, double to, String text, Tone tone) {
    if (to > begin) {
      items.add(new Span(lane, Math.max(0, from - begin), to - begin, text, tone));
    }
  }

  private void addMark(String lane, double at, String text, Tone tone) {
    if (at >= begin) {
      items.add(new Mark(lane, at - begin, text, tone));
    }
  }

  private static double millis(TraceEvent event) {
    return event.at() / NANOS_PER_MILLI;
  }
}
