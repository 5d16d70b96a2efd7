package pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;

/// One rung of the kill ladder, as a trace tells of it.
///
/// @param from when it was taken, in milliseconds after the trace began
/// @param to when the plugin was gone, or the rung's time was up
/// @param rung its name in the trace, such as `TERMINATE`
/// @param ended whether the plugin was gone then
record LadderStep(double from, double to, String rung, boolean ended) {
  private static final double NANOS_PER_MILLI = 1e6;

  /// The steps of a trace, in order. They may all be recorded at the end: each began before the
  /// next one.
  static List<LadderStep> of(List<TraceEvent> events) {
    List<LadderStep> steps = new ArrayList<>();
    long next = Long.MAX_VALUE;
    for (TraceEvent event : events.reversed()) {
      if (event.kind().equals(TraceKind.KILL_STEP)) {
        long end = Math.min(event.at(), next);
        next = end - (event.details().get("nanos") instanceof Long nanos ? nanos : 0);
        boolean ended = !event.detail("ended").equals("false");
        steps.add(
            new LadderStep(
                next / NANOS_PER_MILLI, end / NANOS_PER_MILLI, event.detail("rung"), ended));
      }
    }
    Collections.reverse(steps);
    return steps;
  }

  /// What the host does.
  String text() {
    return switch (rung) {
      case "SHUTDOWN" -> "please shut down";
      case "TERMINATE" -> "SIGTERM";
      case "KILL" -> "SIGKILL";
      default -> rung;
    };
  }
}
