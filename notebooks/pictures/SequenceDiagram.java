package pictures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Who did what to whom, from top to bottom: one lifeline a process, one row a step.
///
/// The rows follow the clock, but they are not to scale: the time stands at the left.
///
/// @param title the headline
/// @param lifelines the processes' names, from left to right
/// @param steps what happened, in order
public record SequenceDiagram(String title, List<String> lifelines, List<Step> steps) {
  private static final List<String> COLOURS = List.of("#0b57d0", "#146c2e", "#8a4600", "#7b1fa2");
  private static final int MOST_COLUMNS_OF_TEXT = 60;
  private static final int FEWEST_COLUMNS_OF_TEXT = 20;
  private static final double MARGIN = 16;
  private static final double TIME_WIDTH = 96;
  private static final double HEAD_TOP = 44;
  private static final double HEAD_HEIGHT = 30;
  private static final double PADDING = 10;

  /// Something that happened at one moment.
  public sealed interface Step {
    /// When, in milliseconds after the start.
    double millis();

    /// What, in a few words.
    String text();

    /// The step as a sentence.
    String sentence();
  }

  /// One process did something to another one.
  ///
  /// @param from a lifeline
  /// @param to another lifeline
  /// @param answer whether this answers an earlier arrow; drawn as a broken line
  public record Arrow(double millis, String from, String to, String text, boolean answer)
      implements Step {
    /// An arrow that answers nothing.
    public Arrow(double millis, String from, String to, String text) {
      this(millis, from, to, text, false);
    }

    @Override
    public String sentence() {
      return "%s, %s to %s: %s.".formatted(time(millis), from, to, text);
    }
  }

  /// Something happened in one process.
  ///
  /// @param in a lifeline
  public record Note(double millis, String in, String text) implements Step {
    @Override
    public String sentence() {
      return "%s, %s: %s.".formatted(time(millis), in, text);
    }
  }

  /// Makes sure that each step has its lifelines.
  ///
  /// @throws IllegalArgumentException if a step names an unknown lifeline, or an arrow ends where
  ///   it begins
  public SequenceDiagram {
    lifelines = List.copyOf(new LinkedHashSet<>(lifelines));
    steps = List.copyOf(steps);
    for (Step step : steps) {
      List<String> named =
          switch (step) {
            case Arrow arrow -> List.of(arrow.from(), arrow.to());
            case Note note -> List.of(note.in());
          };
      if (!lifelines.containsAll(named) || named.size() != new LinkedHashSet<>(named).size()) {
        throw new IllegalArgumentException("no lifelines %s for %s".formatted(lifelines, step));
      }
    }
  }

  /// The picture.
  public String svg() {
    return svg(Canvas.WIDTH, true);
  }

  /// The picture, as wide as asked for if its texts can be broken so.
  ///
  /// @param timed whether the times stand at the left
  String svg(double mostWidth, boolean timed) {
    int columns = MOST_COLUMNS_OF_TEXT;
    while (columns > FEWEST_COLUMNS_OF_TEXT && new Drawing(columns, timed).width() > mostWidth) {
      columns -= 2;
    }
    return new Drawing(columns, timed).svg();
  }

  /// The steps as sentences: what the picture shows, for those who do not see it.
  public String description() {
    return String.join(" ", steps.stream().map(Step::sentence).toList());
  }

  private static String colour(int lifeline) {
    return COLOURS.get(lifeline % COLOURS.size());
  }

  private static String time(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  /// The diagram in the making, with its texts broken into lines of so many columns.
  private final class Drawing {
    private final int columns;
    private final boolean timed;
    private final double timeWidth;

    Drawing(int columns, boolean timed) {
      this.columns = columns;
      this.timed = timed;
      this.timeWidth = timed ? TIME_WIDTH : 0;
    }

    String svg() {
      double[] xs = positions();
      Canvas canvas = new Canvas();
      double bottom = HEAD_TOP + HEAD_HEIGHT + MARGIN;
      for (Step step : steps) {
        bottom += height(step);
      }
      canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
      drawLifelines(canvas, xs, bottom);
      double y = HEAD_TOP + HEAD_HEIGHT + MARGIN;
      for (Step step : steps) {
        draw(canvas, xs, y, step);
        y += height(step);
      }
      double titleEnd = 2 * MARGIN + Text.width(title, Canvas.FONT_SIZE);
      return canvas.svg(Math.max(width(), titleEnd), bottom + MARGIN, title, description());
    }

    /// How wide it is, but for its title.
    double width() {
      double[] xs = positions();
      return MARGIN + (xs.length == 0 ? timeWidth : xs[xs.length - 1] + halfWidth(xs.length - 1));
    }

    private void drawLifelines(Canvas canvas, double[] xs, double bottom) {
      for (int i = 0; i < xs.length; i++) {
        double half = headWidth(i) / 2;
        canvas.line(xs[i], HEAD_TOP + HEAD_HEIGHT, xs[i], bottom, "#afb8c1", false);
        canvas.box(xs[i] - half, HEAD_TOP, 2 * half, HEAD_HEIGHT, colour(i), colour(i), "");
        canvas.text(xs[i], HEAD_TOP + 20, "middle", "#ffffff", true, lifelines.get(i));
      }
    }

    private void draw(Canvas canvas, double[] xs, double top, Step step) {
      List<String> lines = lines(step);
      double baseline = top + Canvas.LINE_HEIGHT;
      if (timed) {
        canvas.text(MARGIN + 74, baseline, "end", Canvas.FAINT, false, time(step.millis()));
      }
      switch (step) {
        case Arrow arrow -> {
          int from = lifelines.indexOf(arrow.from());
          int to = lifelines.indexOf(arrow.to());
          drawLines(canvas, (xs[from] + xs[to]) / 2, baseline, lines);
          double y = baseline + (lines.size() - 1) * Canvas.LINE_HEIGHT + 8;
          canvas.arrow(xs[from], xs[to], y, colour(from), arrow.answer());
        }
        case Note note -> {
          int in = lifelines.indexOf(note.in());
          double width = Text.width(lines, Canvas.FONT_SIZE) + 2 * PADDING;
          double height = lines.size() * Canvas.LINE_HEIGHT + 8;
          canvas.box(xs[in] - width / 2, top, width, height, "#fff8e1", colour(in), "");
          drawLines(canvas, xs[in], baseline, lines);
        }
      }
    }

    private static void drawLines(Canvas canvas, double x, double baseline, List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        canvas.text(
            x, baseline + i * Canvas.LINE_HEIGHT, "middle", Canvas.INK, false, lines.get(i));
      }
    }

    /// Where the lifelines stand: far enough from each other for all texts between and on them.
    private double[] positions() {
      double[] xs = new double[lifelines.size()];
      for (int i = 0; i < xs.length; i++) {
        if (i == 0) {
          xs[i] = timeWidth + MARGIN + halfWidth(i);
        } else {
          xs[i] = xs[i - 1] + Math.max(halfWidth(i - 1) + halfWidth(i) + MARGIN, gapBefore(i));
        }
      }
      return xs;
    }

    /// The room that a lifeline's head and its notes take on either side.
    private double halfWidth(int lifeline) {
      double width = headWidth(lifeline);
      for (Step step : steps) {
        if (step instanceof Note note && note.in().equals(lifelines.get(lifeline))) {
          width = Math.max(width, Text.width(lines(note), Canvas.FONT_SIZE) + 2 * PADDING);
        }
      }
      return width / 2;
    }

    /// The room that arrows need between a lifeline and the one before it.
    private double gapBefore(int lifeline) {
      double gap = 0;
      for (Step step : steps) {
        if (step instanceof Arrow arrow) {
          int from = lifelines.indexOf(arrow.from());
          int to = lifelines.indexOf(arrow.to());
          if (Math.min(from, to) < lifeline && lifeline <= Math.max(from, to)) {
            double needed = Text.width(lines(arrow), Canvas.FONT_SIZE) + 4 * PADDING;
            gap = Math.max(gap, needed / Math.abs(to - from));
          }
        }
      }
      return gap;
    }

    private double headWidth(int lifeline) {
      return Text.width(lifelines.get(lifeline), Canvas.FONT_SIZE) + 2 * PADDING;
    }

    private double height(Step step) {
      return lines(step).size() * Canvas.LINE_HEIGHT + 20;
    }

    private List<String> lines(Step step) {
      return Text.wrap(step.text(), columns);
    }
  }
}
