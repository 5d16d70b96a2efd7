package pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pictures.SequenceDiagram.Step;

/// Two sequence diagrams beside each other, such as one's own run and the reference, and where they
/// part. Times, ids and addresses differ from run to run: they do not count, and there is no room
/// for the times.
///
/// @param title the headline
/// @param left such as one's own run
/// @param right such as the reference
public record TracePair(String title, SequenceDiagram left, SequenceDiagram right) {
  private static final double MARGIN = 16;

  /// A picture's opening tag with its size; a picture in another has no style of its own.
  private static final Pattern OPENING =
      Pattern.compile("<svg ([^>]*?)width=\"(\\d+)\" height=\"(\\d+)\"([^>]*)>");

  private static final Pattern STYLE = Pattern.compile(" ?style=\"[^\"]*\"");

  /// What differs from run to run: numbers, and the paths of sockets.
  private static final Pattern CHANGING = Pattern.compile("(unix:|\\|)/[^ |]*|\\d+([.]\\d+)?");

  /// The picture.
  public String svg() {
    double half = (Canvas.WIDTH - 3 * MARGIN) / 2;
    Part one = Part.of(left.svg(half, /* timed= */ false));
    Part other = Part.of(right.svg(half, /* timed= */ false));
    double width = Math.max(2 * half + MARGIN, one.width() + other.width() + MARGIN);
    int columns = (int) (width / Text.width("0", Canvas.FONT_SIZE));
    Canvas canvas = new Canvas();
    double y = drawLines(canvas, 28, true, Text.wrap(title, columns));
    y = drawLines(canvas, y + 4, false, Text.wrap(verdict(), columns));
    double height = y + Math.max(one.height(), other.height());
    String frame = canvas.svg(width + 2 * MARGIN, height + MARGIN, title, description());
    int end = frame.lastIndexOf("</svg>");
    return frame.substring(0, end)
        + one.at(MARGIN, y)
        + other.at(2 * MARGIN + one.width(), y)
        + frame.substring(end);
  }

  /// Draws a heading, and says where the next line would stand.
  private static double drawLines(Canvas canvas, double y, boolean bold, List<String> lines) {
    for (String line : lines) {
      canvas.text(MARGIN, y, "start", bold ? Canvas.INK : Canvas.FAINT, bold, line);
      y += Canvas.LINE_HEIGHT;
    }
    return y;
  }

  /// What the picture shows, for those who do not see it.
  public String description() {
    return "%s %s: %s %s: %s"
        .formatted(verdict(), left.title(), left.description(), right.title(), right.description());
  }

  /// Where the two part, as a sentence.
  public String verdict() {
    List<String> ones = outline(left);
    List<String> others = outline(right);
    int same = 0;
    while (same < Math.min(ones.size(), others.size()) && ones.get(same).equals(others.get(same))) {
      same++;
    }
    if (same == ones.size() && same == others.size()) {
      return "Both go the same way, in %d steps.".formatted(same);
    }
    return "%s left: %s; right: %s."
        .formatted(
            same == 0 ? "From the first step," : "The same up to step %d. Then".formatted(same),
            step(left, same),
            step(right, same));
  }

  private static String step(SequenceDiagram diagram, int index) {
    return index < diagram.steps().size() ? diagram.steps().get(index).text() : "the end";
  }

  private static List<String> outline(SequenceDiagram diagram) {
    List<String> outline = new ArrayList<>();
    for (Step step : diagram.steps()) {
      String sentence = step.sentence();
      String withoutTime = sentence.substring(sentence.indexOf(',') + 1);
      outline.add(CHANGING.matcher(withoutTime).replaceAll("#"));
    }
    return outline;
  }

  /// A whole picture, to be put into another.
  private record Part(String svg, double width, double height) {
    static Part of(String svg) {
      Matcher opening = OPENING.matcher(svg);
      if (!opening.find()) {
        throw new IllegalArgumentException("no picture: " + svg);
      }
      return new Part(
          svg, Double.parseDouble(opening.group(2)), Double.parseDouble(opening.group(3)));
    }

    String at(double x, double y) {
      return OPENING.matcher(svg).replaceFirst(found -> opening(found, x, y));
    }

    private String opening(MatchResult found, double x, double y) {
      String place =
          String.format(
              Locale.ROOT,
              "<svg x=\"%.1f\" y=\"%.1f\" %swidth=\"%.0f\" height=\"%.0f\"%s>",
              x,
              y,
              found.group(1),
              width,
              height,
              STYLE.matcher(found.group(4)).replaceAll(""));
      return Matcher.quoteReplacement(place);
    }
  }
}
