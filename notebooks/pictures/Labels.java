package pictures;

import java.util.ArrayList;
import java.util.List;

/// Texts below what they tell of, each on the first line on which it hides no other one. A text
/// that would leave the picture at the right begins further left.
final class Labels {
  private static final double GAP = 12;
  private static final double LINE = Canvas.LINE_HEIGHT;
  private static final double PADDING = 6;

  private final double left;
  private final double right;
  private final List<Label> labels = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();

  /// @param left where the room for texts begins
  /// @param right where it ends; only a text that is longer than all of it goes further
  Labels(double left, double right) {
    this.left = left;
    this.right = right;
  }

  /// @param x what the text tells of
  /// @param start where the text begins
  /// @param line counted from 0, from top to bottom
  private record Label(double x, double start, int line, String text) {}

  /// @param x what the text tells of; texts are added from left to right
  void add(double x, String text) {
    double width = Text.width(text, Canvas.FONT_SIZE) + PADDING;
    double start = Math.max(left, Math.min(x, right - width));
    int line = 0;
    while (line < ends.size() && ends.get(line) > start) {
      line++;
    }
    double end = start + width + GAP;
    if (line == ends.size()) {
      ends.add(end);
    } else {
      ends.set(line, end);
    }
    labels.add(new Label(x, start, line, text));
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
      canvas.box(label.start() + 2, y - 11, width, 14, "#ffffff", "none", "");
      canvas.text(label.start() + 4, y, "start", Canvas.INK, false, label.text());
    }
  }
}
