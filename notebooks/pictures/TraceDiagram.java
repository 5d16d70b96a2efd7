package pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import pictures.SequenceDiagram.Arrow;
import pictures.SequenceDiagram.Note;
import pictures.SequenceDiagram.Step;

/// Turns a recorded trace of a host and one plugin into a sequence diagram.
///
/// A trace tells of a call, and of a step of the kill ladder, when it has ended. The diagram shows
/// its beginning, too: the event knows how long it took.
public final class TraceDiagram {
  private static final String HOST = "host";
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Step> steps = new ArrayList<>();
  private final String plugin;

  private TraceDiagram(String plugin) {
    this.plugin = plugin;
  }

  /// The diagram of these events.
  ///
  /// @param title its headline
  /// @param events from [lifecycle.TraceReader]; all of one plugin
  public static SequenceDiagram of(String title, List<TraceEvent> events) {
    String plugin =
        events.stream()
            .map(TraceEvent::process)
            .filter(process -> !process.equals(HOST))
            .findFirst()
            .orElse("plugin");
    TraceDiagram diagram = new TraceDiagram(plugin);
    events.forEach(diagram::add);
    diagram.addKillSteps(events);
    diagram.steps.sort(Comparator.comparingDouble(Step::millis));
    return new SequenceDiagram(title, List.of(HOST, plugin), diagram.steps);
  }

  private void add(TraceEvent event) {
    switch (event.kind()) {
      case TraceKind.SPAWN -> toPlugin(event.at(), "start process " + event.detail("pid"));
      case TraceKind.HANDSHAKE -> toHost(event.at(), event.detail("line"));
      case TraceKind.DIAL -> toPlugin(event.at(), "connect to " + event.detail("address"));
      case TraceKind.TLS -> note(event, event.detail("protocol") + " with " + event.detail("peer"));
      case TraceKind.BROKER -> addBrokerMessage(event);
      case TraceKind.RPC -> addCall(event);
      case TraceKind.EXIT -> toHost(event.at(), event.detail("status"));
      case TraceKind.STATE -> note(event, "state: " + event.detail("to"));
      case TraceKind.LOG -> note(event, event.detail("level") + ": " + event.detail("message"));
      case TraceKind.KILL_STEP -> {} // see addKillSteps
      default -> note(event, event.kind() + details(event.details()));
    }
  }

  private void addBrokerMessage(TraceEvent event) {
    String text = "broker: %s, stream %s".formatted(event.detail("what"), event.detail("stream"));
    if (event.detail("direction").equals("sent")) {
      toPlugin(event.at(), text);
    } else {
      toHost(event.at(), text);
    }
  }

  private void addCall(TraceEvent event) {
    long nanos = nanos(event);
    String method = event.detail("method");
    toPlugin(event.at() - nanos, "call " + method.substring(method.lastIndexOf('/') + 1));
    toHost(event.at(), event.detail("status") + after(nanos));
  }

  private void addKillSteps(List<TraceEvent> events) {
    for (LadderStep step : LadderStep.of(events)) {
      steps.add(new Arrow(step.from(), HOST, plugin, step.text()));
      if (!step.ended()) {
        String after = String.format(Locale.ROOT, " after %.1f ms", step.to() - step.from());
        steps.add(new Note(step.to(), HOST, "still there" + after));
      }
    }
  }

  private void toPlugin(long at, String text) {
    steps.add(new Arrow(millis(at), HOST, plugin, text));
  }

  private void toHost(long at, String text) {
    steps.add(new Arrow(millis(at), plugin, HOST, text, true));
  }

  private void note(TraceEvent event, String text) {
    String lifeline = event.process().equals(HOST) ? HOST : plugin;
    steps.add(new Note(millis(event.at()), lifeline, text));
  }

  private static long nanos(TraceEvent event) {
    return event.details().get("nanos") instanceof Long nanos ? nanos : 0;
  }

  private static String details(Map<String, Object> details) {
    return details.isEmpty() ? "" : " " + details;
  }

  private static String after(long nanos) {
    return String.format(Locale.ROOT, " after %.1f ms", millis(nanos));
  }

  private static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
