package pictures;

import java.util.Locale;

/// A picture in the making: what is drawn later lies on top.
final class Canvas {
  static final double FONT_SIZE = 12;
  static final double LINE_HEIGHT = 16;

  /// How wide a picture should be at most: the room of a cell's output in a JupyterLab that is 1200
  /// pixels wide, with its file browser open.
  static final double WIDTH = 730;

  /// Where there is less room, a picture shrinks to this share of its size: a smaller one could not
  /// be read, so the page scrolls it.
  private static final double SMALLEST = 0.8;

  static final String INK = "#1f2328";
  static final String FAINT = "#59636e";

  private static final String FONTS =
      "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

  private final StringBuilder body = new StringBuilder();

  /// A box with round corners.
  ///
  /// @param style further attributes, such as `stroke-dasharray="4 3"`, or nothing
  void box(
      double x, double y, double width, double height, String fill, String stroke, String style) {
    body.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="5" fill="%s" stroke="%s" %s/>
            """,
            x,
            y,
            width,
            height,
            fill,
            stroke,
            style));
  }

  /// A straight line.
  void line(double x1, double y1, double x2, double y2, String colour, boolean dashed) {
    body.append(
        String.format(
            Locale.ROOT,
            """
            <line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="1.5"%s/>
            """,
            x1,
            y1,
            x2,
            y2,
            colour,
            dashed ? " stroke-dasharray=\"5 4\"" : ""));
  }

  /// A line from left to right, or from right to left, with a head at its end.
  void arrow(double from, double to, double y, String colour, boolean dashed) {
    double back = to > from ? -9 : 9;
    line(from, y, to + back / 2, y, colour, dashed);
    body.append(
        String.format(
            Locale.ROOT,
            """
            <polygon points="%.1f,%.1f %.1f,%.1f %.1f,%.1f" fill="%s"/>
            """,
            to,
            y,
            to + back,
            y - 4.5,
            to + back,
            y + 4.5,
            colour));
  }

  /// A line of text.
  ///
  /// @param anchor which part of the text stands at `x`: `start`, `middle` or `end`
  void text(double x, double y, String anchor, String colour, boolean bold, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%.1f" y="%.1f" text-anchor="%s" fill="%s"%s xml:space="preserve">%s</text>
            """,
            x,
            y,
            anchor,
            colour,
            bold ? " font-weight=\"bold\"" : "",
            Text.escape(text)));
  }

  /// A bar of a chart: a box with sharp corners.
  void bar(double x, double y, double width, double height, Tone tone) {
    addBar(x, y, width, height, tone.fill(), tone.stroke());
  }

  /// A bar that may be very thin and has others beside it: all of one dark colour.
  void column(double x, double y, double width, double height, Tone tone) {
    addBar(x, y, width, height, tone.stroke(), "none");
  }

  private void addBar(double x, double y, double width, double height, String fill, String stroke) {
    body.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" stroke="%s"/>
            """,
            x,
            y,
            width,
            height,
            fill,
            stroke));
  }

  /// A filled shape.
  ///
  /// @param outline as SVG's `path` takes it
  void shape(String outline, String fill, String stroke) {
    body.append("<path d=\"%s\" fill=\"%s\" stroke=\"%s\"/>\n".formatted(outline, fill, stroke));
  }

  /// The whole picture.
  ///
  /// @param description what it shows, for those who do not see it
  String svg(double width, double height, String title, String description) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$.0f" height="%2$.0f" \
        viewBox="0 0 %1$.0f %2$.0f" style="%10$s" font-size="%3$.0f" font-family="%9$s">
        <title>%4$s</title>
        <desc>%5$s</desc>
        <rect x="0.5" y="0.5" width="%6$.1f" height="%7$.1f" rx="8" fill="#ffffff" stroke="#d1d9e0"/>
        %8$s</svg>
        """,
        Math.ceil(width),
        Math.ceil(height),
        FONT_SIZE,
        Text.escape(title),
        Text.escape(description),
        Math.ceil(width) - 1,
        Math.ceil(height) - 1,
        body,
        FONTS,
        String.format(
            Locale.ROOT,
            "max-width: 100%%; min-width: %.0fpx; height: auto",
            Math.ceil(width) * SMALLEST));
  }
}
