package check;

import java.util.ArrayList;
import java.util.List;

/// What was printed while checks ran, as a report tells it.
///
/// @param lines how many line feeds
/// @param bytes how many bytes
/// @param last the last lines that are not blank, at most three
record Printed(long lines, long bytes, List<String> last) {
  static final Printed NOTHING = new Printed(0, 0, List.of());

  private static final int LAST = 3;
  private static final long MANY_LINES = 10_000;
  private static final long MANY_BYTES = 1_000_000;

  static Printed of(List<CappedOutput> parts) {
    List<String> last = new ArrayList<>();
    parts.forEach(part -> last.addAll(part.lastLines(LAST)));
    last.removeIf(line -> line.startsWith("Terminating due to java.lang.OutOfMemoryError"));
    return new Printed(
        parts.stream().mapToLong(CappedOutput::lines).sum(),
        parts.stream().mapToLong(CappedOutput::total).sum(),
        List.copyOf(last.subList(Math.max(0, last.size() - LAST), last.size())));
  }

  Printed or(Printed other) {
    return last.isEmpty() ? other : this;
  }

  boolean isFlood() {
    return lines >= MANY_LINES || bytes >= MANY_BYTES;
  }

  /// This as facts with the label `printed`.
  ///
  /// @param most how many facts there may be
  List<Fact> facts(int most) {
    List<String> values = new ArrayList<>();
    if (isFlood()) {
      values.add(amount() + " and more; printing takes the time");
    }
    int room = Math.max(0, (isFlood() ? 2 : most) - values.size());
    values.addAll(last.subList(Math.max(0, last.size() - room), last.size()));
    return values.stream().map(value -> new Fact("printed", value)).toList();
  }

  private String amount() {
    return lines >= MANY_LINES
        ? "%,d lines".formatted(roundedDown(lines))
        : "%,d bytes".formatted(roundedDown(bytes));
  }

  /// The number with all digits but the first two made zero.
  private static long roundedDown(long number) {
    long unit = 1;
    while (number / unit >= 100) {
      unit *= 10;
    }
    return number / unit * unit;
  }
}
