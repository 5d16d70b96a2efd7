package pictures;

import extensions.RegistryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pictures.Timeline.Item;
import pictures.Timeline.Span;

/// Turns what a registry told of its plugins into a timeline: a lane for each plugin.
public final class RegistryTimeline {
  private static final double NANOS_PER_MILLI = 1e6;

  /// The last state is drawn, too: for this share of the whole.
  private static final double TAIL = 0.04;

  private RegistryTimeline() {}

  /// The timeline of these events.
  ///
  /// @param title its headline
  /// @param plugins the lanes, from top to bottom; each plugin that an event tells of is one
  /// @param events in the order in which they were told
  public static Timeline of(String title, List<String> plugins, List<RegistryEvent> events) {
    List<RegistryEvent> all = List.copyOf(events);
    List<Item> items = new ArrayList<>();
    Map<String, Span> open = new TreeMap<>();
    for (RegistryEvent event : all) {
      double at = millis(all, event);
      Span before = open.remove(event.plugin());
      if (before != null) {
        items.add(new Span(before.lane(), before.from(), at, before.text(), before.tone()));
      }
      open.put(event.plugin(), new Span(event.plugin(), at, at, text(event), tone(event)));
    }
    double last = all.stream().mapToDouble(event -> millis(all, event)).max().orElse(0);
    open.values()
        .forEach(
            span ->
                items.add(
                    new Span(
                        span.lane(), span.from(), last * (1 + TAIL), span.text(), span.tone())));
    return new Timeline(title, plugins, items);
  }

  private static double millis(List<RegistryEvent> all, RegistryEvent event) {
    Instant zero = all.stream().map(RegistryEvent::at).min(Instant::compareTo).orElse(event.at());
    return Duration.between(zero, event.at()).toNanos() / NANOS_PER_MILLI;
  }

  private static String text(RegistryEvent event) {
    return switch (event) {
      case RegistryEvent.Discovered _ -> "discovered";
      case RegistryEvent.Starting _ -> "starting";
      case RegistryEvent.Ready _ -> "ready";
      case RegistryEvent.Failed _ -> "failed";
      case RegistryEvent.Swapped swapped -> "swapped to " + swapped.report().to();
      case RegistryEvent.SwapFailed _ -> "swap failed";
      case RegistryEvent.Died died -> "died: " + died.exit();
      case RegistryEvent.Stopped _ -> "stopped";
      case RegistryEvent.TakenOut _ -> "taken out";
      case RegistryEvent.StandbyReady _ -> "standby ready";
      case RegistryEvent.StandbyLost _ -> "standby lost";
      case RegistryEvent.Promoted _ -> "standby promoted";
    };
  }

  private static Tone tone(RegistryEvent event) {
    return switch (event) {
      case RegistryEvent.Starting _ -> Tone.BUSY;
      case RegistryEvent.Ready _,
          RegistryEvent.Swapped _,
          RegistryEvent.StandbyReady _,
          RegistryEvent.StandbyLost _,
          RegistryEvent.Promoted _,
          RegistryEvent.SwapFailed _ ->
          Tone.GOOD;
      case RegistryEvent.Failed _, RegistryEvent.Died _, RegistryEvent.TakenOut _ -> Tone.BAD;
      case RegistryEvent.Discovered _, RegistryEvent.Stopped _ -> Tone.QUIET;
    };
  }
}
