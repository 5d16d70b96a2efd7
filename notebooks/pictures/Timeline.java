package pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// What was when: time from left to right, to scale, and one lane for each thing that is told of.
///
/// A text that does not fit its place stands below, on the first free line.
///
/// @param title the headline
/// @param lanes the lanes' names, from top to bottom
/// @param items what to draw, in any order
public record Timeline(String title, List<String> lanes, List<Item> items) {
  private static final double MARGIN = 16;
  private static final double TOP = 52;
  private static final double SHORTEST = 300;
  private static final double BAR = 24;
  private static final double GAP = 14;

  /// Something in a lane.
  public sealed interface Item {
    /// A lane of the timeline.
    String lane();

    /// When it began, in milliseconds after the start.
    double from();

    /// When it ended, in milliseconds after the start.
    double to();

    /// What it was, in a few words; nothing is drawn for an empty text.
    String text();
  }

  /// Something that took time.
  public record Span(String lane, double from, double to, String text, Tone tone) implements Item {}

  /// Something that happened at one moment.
  public record Mark(String lane, double at, String text, Tone tone) implements Item {
    @Override
    public double from() {
      return at;
    }

    @Override
    public double to() {
      return at;
    }
  }

  /// How much of something there was in one piece of time; a lane's tallest column fills it.
  ///
  /// @param amount how much, 0 or more
  public record Column(String lane, double from, double to, double amount, Tone tone)
      implements Item {
    @Override
    public String text() {
      return "";
    }
  }

  /// Makes sure that each item has its lane.
  ///
  /// @throws IllegalArgumentException if an item names an unknown lane, or ends before it begins
  public Timeline {
    lanes = List.copyOf(new LinkedHashSet<>(lanes));
    items = items.stream().sorted(Comparator.comparingDouble(Item::from)).toList();
    for (Item item : items) {
      if (!lanes.contains(item.lane()) || item.to() < item.from()) {
        throw new IllegalArgumentException("no place in the lanes %s: %s".formatted(lanes, item));
      }
    }
  }

  /// The picture.
  public String svg() {
    double left = MARGIN + Text.width(lanes, Canvas.FONT_SIZE) + GAP;
    double length = Math.max(SHORTEST, Canvas.WIDTH - left - 2 * MARGIN);
    Scale scale = new Scale(end(), left, length);
    Canvas canvas = new Canvas();
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
    List<Labels> labels = lanes.stream().map(lane -> labels(lane, scale)).toList();
    double bottom = TOP;
    for (Labels below : labels) {
      bottom += height(below);
    }
    drawAxis(canvas, scale, bottom);
    double y = TOP;
    for (int i = 0; i < lanes.size(); i++) {
      String lane = lanes.get(i);
      canvas.text(MARGIN, y + 16, "start", Canvas.INK, true, lane);
      drawLane(canvas, scale, y, lane);
      labels.get(i).draw(canvas, y + BAR);
      y += height(labels.get(i));
    }
    double right = Math.max(left + length, Text.width(title, Canvas.FONT_SIZE)) + MARGIN;
    for (Labels below : labels) {
      right = Math.max(right, below.right());
    }
    return canvas.svg(right + MARGIN, bottom + 44, title, description());
  }

  /// The items as sentences: what the picture shows, for those who do not see it.
  public String description() {
    List<String> sentences = new ArrayList<>();
    for (String lane : lanes) {
      sentences.add(lane + ":");
      items.stream()
          .filter(item -> item.lane().equals(lane) && !item.text().isEmpty())
          .forEach(item -> sentences.add(sentence(item)));
      sentences.addAll(columnSentences(lane));
    }
    return String.join(" ", sentences);
  }

  /// How much the columns of a lane come to, and the longest time without any.
  private List<String> columnSentences(String lane) {
    List<Column> columns = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Column column && item.lane().equals(lane) && column.amount() > 0) {
        columns.add(column);
      }
    }
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    double sum = columns.stream().mapToDouble(Column::amount).sum();
    sentences.add(
        "%s in all, from %s to %s ms."
            .formatted(
                Scale.shown(sum),
                Scale.shown(columns.getFirst().from()),
                Scale.shown(columns.getLast().to())));
    int after = 0;
    for (int i = 1; i < columns.size(); i++) {
      if (gapBefore(columns, i) > (after == 0 ? 0 : gapBefore(columns, after))) {
        after = i;
      }
    }
    if (after > 0) {
      sentences.add(
          "None from %s to %s ms."
              .formatted(
                  Scale.shown(columns.get(after - 1).to()),
                  Scale.shown(columns.get(after).from())));
    }
    return sentences;
  }

  private static double gapBefore(List<Column> columns, int index) {
    return columns.get(index).from() - columns.get(index - 1).to();
  }

  private static String sentence(Item item) {
    String from = Scale.shown(item.from());
    return item.from() == item.to()
        ? "at %s ms %s.".formatted(from, item.text())
        : "%s to %s ms %s.".formatted(from, Scale.shown(item.to()), item.text());
  }

  private double end() {
    return Math.max(1, items.stream().mapToDouble(Item::to).max().orElse(1));
  }

  private static double height(Labels below) {
    return BAR + below.height() + GAP;
  }

  private static void drawAxis(Canvas canvas, Scale scale, double y) {
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      canvas.line(x, TOP - 6, x, y, "#e5e7eb", false);
      String text = Scale.shown(tick) + (tick == 0 ? " ms" : "");
      canvas.text(x, y + Canvas.LINE_HEIGHT, "middle", Canvas.FAINT, false, text);
    }
  }

  private void drawLane(Canvas canvas, Scale scale, double top, String lane) {
    double most =
        items.stream()
            .filter(item -> item.lane().equals(lane) && item instanceof Column)
            .mapToDouble(item -> ((Column) item).amount())
            .max()
            .orElse(1);
    for (Item item : items) {
      if (!item.lane().equals(lane)) {
        continue;
      }
      double x = scale.at(item.from());
      double width = Math.max(scale.at(item.to()) - x, 1.5);
      switch (item) {
        case Span span -> {
          canvas.box(x, top, width, BAR, span.tone().fill(), span.tone().stroke(), "");
          if (fits(span, scale)) {
            canvas.text(x + 5, top + 16, "start", Canvas.INK, false, span.text());
          }
        }
        case Mark mark -> {
          String outline = String.format(Locale.ROOT, "M%.1f %.1f l5 12 l-5 12 l-5 -12 z", x, top);
          canvas.shape(outline, mark.tone().stroke(), "#ffffff");
        }
        case Column column -> {
          double height = most == 0 ? 0 : BAR * column.amount() / most;
          if (height > 0) {
            canvas.column(x, top + BAR - height, width, height, column.tone());
          }
        }
      }
    }
  }

  private static boolean fits(Item item, Scale scale) {
    double width = scale.at(item.to()) - scale.at(item.from());
    return item instanceof Span && Text.width(item.text(), Canvas.FONT_SIZE) + 10 <= width;
  }

  private Labels labels(String lane, Scale scale) {
    Labels labels = new Labels(MARGIN, scale.start() + scale.length() + MARGIN);
    for (Item item : items) {
      if (item.lane().equals(lane) && !item.text().isEmpty() && !fits(item, scale)) {
        labels.add(scale.at((item.from() + item.to()) / 2), item.text());
      }
    }
    return labels;
  }
}
