package pictures;

import java.util.ArrayList;
import java.util.List;

/// Texts below what they tell of, each on the first line on which it hides no other one.
final class Labels {
  private static final double GAP = 12;
  private static final double LINE = Canvas.LINE_HEIGHT;

  private final List<Label> labels = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();

  /// @param line counted from 0, from top to bottom
  private record Label(double x, int line, String text) {}

  /// @param x where the text begins; texts are added from left to right
  void add(double x, String text) {
    int line = 0;
    while (line < ends.size() && ends.get(line) > x) {
      line++;
    }
    double end = x + Text.width(text, Canvas.FONT_SIZE) + GAP;
    if (line == ends.size()) {
      ends.add(end);
    } else {
      ends.set(line, end);
    }
    labels.add(new Label(x, line, text));
  }

  double height() {
    return ends.size() * LINE;
  }

  double right() {
    return ends.stream().mapToDouble(Double::doubleValue).max().orElse(0) - GAP;
  }

  /// Draws the texts, and a line from each to what it tells of.
  void draw(Canvas canvas, double top) {
    for (Label label : labels) {
      double y = top + (label.line() + 1) * LINE;
      canvas.line(label.x(), top, label.x(), y, "#afb8c1", false);
    }
    for (Label label : labels) {
      double y = top + (label.line() + 1) * LINE;
      double width = Text.width(label.text(), Canvas.FONT_SIZE) + 4;
      // What leads to a text further down must not run through this one.
      canvas.box(label.x() + 2, y - 11, width, 14, "#ffffff", "none", "");
      canvas.text(label.x() + 4, y, "start", Canvas.INK, false, label.text());
    }
  }
}
