package monitoring;

import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Traces as text: a line for each span, below the one that it is a part of, in 80 columns.
///
/// ```
/// trace 4bf92f3577b34da6a3ce929d0e0e4736
/// host  -> PrimeCounter/CountPrimes                                     1,203.1 ms
///   primes  PrimeCounter/CountPrimes                                    1,202.0 ms
///     primes  -> HostServices/PutValue                                      1.2 ms
///       host  HostServices/PutValue                                         0.4 ms
/// ```
///
/// An arrow is a call as its caller saw it. `!` begins the reason of a failure. What a plugin makes
/// up, such as a span within itself, does no harm. Immutable.
public final class SpanTree {
  private static final int COLUMNS = 80;
  private static final int DEEPEST_INDENT = 12;
  private static final int LINES_OF_TRACE = 200;
  private static final int TIME_COLUMNS = 14;

  private final List<List<TracedSpan>> traces;

  private SpanTree(List<List<TracedSpan>> traces) {
    this.traces = traces;
  }

  /// The traces of these spans.
  ///
  /// @param spans in the order in which they are to be shown, such as by their start
  public static SpanTree of(List<TracedSpan> spans) {
    Map<String, List<TracedSpan>> traces =
        spans.stream()
            .collect(
                Collectors.groupingBy(
                    traced -> traced.span().traceId(), LinkedHashMap::new, Collectors.toList()));
    return new SpanTree(List.copyOf(traces.values()));
  }

  /// Only the last ones.
  ///
  /// @param count how many traces, not less than 0
  public SpanTree last(int count) {
    return new SpanTree(traces.subList(Math.max(0, traces.size() - count), traces.size()));
  }

  /// The text; each line has an end. Of a trace it shows 200 spans and how many there are more.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<TracedSpan> trace : traces) {
      text.append("trace ").append(trace.getFirst().span().traceId()).append('\n');
      List<Placed> placed = placed(trace);
      placed.stream().limit(LINES_OF_TRACE).forEach(span -> append(text, span));
      if (placed.size() > LINES_OF_TRACE) {
        text.append("... and ").append(placed.size() - LINES_OF_TRACE).append(" more\n");
      }
    }
    return text.toString();
  }

  private record Placed(TracedSpan traced, int depth) {}

  /// The spans of one trace, each after the one that it is a part of.
  private static List<Placed> placed(List<TracedSpan> trace) {
    Map<String, List<TracedSpan>> parts = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    for (TracedSpan traced : trace) {
      ids.add(traced.span().spanId());
      parts.computeIfAbsent(traced.span().parentSpanId(), whole -> new ArrayList<>()).add(traced);
    }
    List<Placed> placed = new ArrayList<>();
    Set<TracedSpan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    trace.stream()
        .filter(traced -> !ids.contains(traced.span().parentSpanId()))
        .forEach(first -> place(first, parts, seen, placed));
    // What is left is a part of itself, so that no one comes first.
    trace.forEach(traced -> place(traced, parts, seen, placed));
    return placed;
  }

  /// Without recursion: a plugin may tell of thousands of spans, each within the one before.
  private static void place(
      TracedSpan first,
      Map<String, List<TracedSpan>> parts,
      Set<TracedSpan> seen,
      List<Placed> placed) {
    Deque<Placed> next = new ArrayDeque<>(List.of(new Placed(first, 0)));
    while (!next.isEmpty()) {
      Placed span = next.removeFirst();
      if (seen.add(span.traced())) {
        placed.add(span);
        List<TracedSpan> within = parts.getOrDefault(span.traced().span().spanId(), List.of());
        within.reversed().forEach(part -> next.addFirst(new Placed(part, span.depth() + 1)));
      }
    }
  }

  private static void append(StringBuilder text, Placed placed) {
    FinishedSpan span = placed.traced().span();
    String indent = "  ".repeat(Math.min(placed.depth(), DEEPEST_INDENT));
    String arrow = span.kind() == SpanKind.CLIENT ? "-> " : "";
    String what = indent + placed.traced().service() + "  " + arrow + shortName(span.name());
    double millis = (span.endNanos() - span.startNanos()) / 1e6;
    text.append(fitted(plain(what), COLUMNS - TIME_COLUMNS))
        .append(String.format(Locale.ROOT, "%,11.1f ms\n", millis));
    if (span.failed()) {
      text.append(fitted(plain(indent + "  ! " + span.statusText()), COLUMNS).stripTrailing())
          .append('\n');
    }
  }

  /// A method's name without its package.
  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.', name.indexOf('/')) + 1);
  }

  /// Exactly that many columns.
  private static String fitted(String text, int columns) {
    return text.length() <= columns
        ? text + " ".repeat(columns - text.length())
        : text.substring(0, columns - 3) + "...";
  }

  /// Without what could command a terminal, or be wider than a column.
  private static String plain(String text) {
    return text.chars()
        .mapToObj(character -> character >= ' ' && character < 0x7f ? (char) character : '?')
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
