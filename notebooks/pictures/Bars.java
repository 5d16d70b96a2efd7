package pictures;

import java.util.ArrayList;
import java.util.List;

/// Amounts as bars below each other. The bars' lengths are logarithms: they compare things that
/// differ by powers of ten.
///
/// @param title the headline
/// @param bars from top to bottom
public record Bars(String title, List<Bar> bars) {
  private static final double MARGIN = 16;
  private static final double TOP = 48;
  private static final double LONGEST = 360;
  private static final double SHORTEST = 80;
  private static final double STEP = 30;
  private static final double BAR = 20;

  /// One amount.
  ///
  /// @param name what it is the amount of
  /// @param amount 1 or more; what is less is drawn as 1
  /// @param text the amount with its unit
  public record Bar(String name, double amount, String text) {}

  /// Copies the list.
  public Bars {
    bars = List.copyOf(bars);
  }

  /// The picture.
  public String svg() {
    Canvas canvas = new Canvas();
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
    double left = 2 * MARGIN + Text.width(bars.stream().map(Bar::name).toList(), Canvas.FONT_SIZE);
    double most = Math.max(10, bars.stream().mapToDouble(Bar::amount).max().orElse(10));
    double texts = Text.width(bars.stream().map(Bar::text).toList(), Canvas.FONT_SIZE);
    double length = Math.clamp(Canvas.WIDTH - left - 10 - texts - MARGIN, SHORTEST, LONGEST);
    double right = MARGIN + Text.width(title, Canvas.FONT_SIZE);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + i * STEP;
      double width = 2 + length * Math.log10(Math.max(1, bar.amount())) / Math.log10(most);
      canvas.text(left - 8, y + 14, "end", Canvas.INK, false, bar.name());
      canvas.bar(left, y, width, BAR, Tone.OTHER);
      canvas.text(left + width + 8, y + 14, "start", Canvas.INK, false, bar.text());
      right = Math.max(right, left + width + 8 + Text.width(bar.text(), Canvas.FONT_SIZE));
    }
    double bottom = TOP + bars.size() * STEP;
    return canvas.svg(right + MARGIN, bottom + MARGIN, title, description());
  }

  /// The amounts as sentences: what the picture shows, for those who do not see it.
  public String description() {
    List<String> sentences = new ArrayList<>();
    bars.forEach(bar -> sentences.add(bar.name() + ": " + bar.text() + "."));
    sentences.add("The bars' lengths are logarithms.");
    return String.join(" ", sentences);
  }
}
