package pictures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A handshake line taken apart: each field in a box of its own colour, its name below. What has no
/// room beside the others begins a new row.
///
/// @param line the line as the plugin printed it; it may be wrong
/// @param badField the number of the field to be marked as bad, 0 for none
public record HandshakeFields(String line, int badField) {
  private static final List<String> NAMES =
      List.of(
          "core version",
          "app version",
          "network",
          "address",
          "protocol",
          "certificate",
          "multiplexing");
  private static final List<String> COLOURS =
      List.of("#dbeafe", "#dcfce7", "#fef3c7", "#fce7f3", "#ede9fe", "#e0f2fe", "#f3f4f6");
  private static final String BAD = "#b42318";
  private static final int LONGEST_IN_PICTURE = 20;
  private static final int LONGEST_IN_TABLE = 80;
  private static final double MARGIN = 12;
  private static final double BOX_TOP = 50;
  private static final double BOX_HEIGHT = 34;
  private static final double GAP = 14;
  private static final double ROW = BOX_HEIGHT + 3 * Canvas.LINE_HEIGHT + GAP;

  /// A picture of a good line.
  public HandshakeFields(String line) {
    this(line, 0);
  }

  /// The fields of the line with number, name and text, for a table.
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Field field : fields()) {
      rows.add(
          List.of(String.valueOf(field.number()), field.name(), field.shown(LONGEST_IN_TABLE)));
    }
    return rows;
  }

  /// The picture.
  public String svg() {
    Canvas canvas = new Canvas();
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, "The handshake line, field by field");
    double x = MARGIN + GAP;
    double y = BOX_TOP;
    double right = 0;
    for (Field field : fields()) {
      if (x > MARGIN + GAP && x + width(field) + MARGIN > Canvas.WIDTH) {
        x = MARGIN + GAP;
        y += ROW;
      }
      if (field.number() > 1 && !field.isAbsent()) {
        canvas.text(x - GAP / 2, y + 22, "middle", Canvas.INK, true, "|");
      }
      draw(canvas, x, y, field);
      right = Math.max(right, x + width(field));
      x += width(field) + GAP;
    }
    return canvas.svg(right + MARGIN, y + ROW - GAP + MARGIN, "Handshake line", description());
  }

  private void draw(Canvas canvas, double x, double y, Field field) {
    boolean bad = field.number() == badField;
    String ink = bad ? BAD : Canvas.INK;
    String border = bad ? BAD : field.isAbsent() ? "#8b949e" : "#57606a";
    String style =
        bad ? "stroke-width=\"2.5\"" : field.isAbsent() ? "stroke-dasharray=\"4 3\"" : "";
    double middle = x + width(field) / 2;
    canvas.box(x, y, width(field), BOX_HEIGHT, colour(field), border, style);
    canvas.text(middle, y + 22, "middle", ink, bad, field.shown(LONGEST_IN_PICTURE));
    double below = y + BOX_HEIGHT + Canvas.LINE_HEIGHT;
    canvas.text(middle, below, "middle", ink, true, String.valueOf(field.number()));
    for (String word : field.words()) {
      below += Canvas.LINE_HEIGHT;
      canvas.text(middle, below, "middle", ink, bad, word);
    }
  }

  private static String colour(Field field) {
    return field.isAbsent() ? "#ffffff" : COLOURS.get((field.number() - 1) % COLOURS.size());
  }

  private static double width(Field field) {
    List<String> texts = new ArrayList<>(field.words());
    texts.add(field.shown(LONGEST_IN_PICTURE));
    return Text.width(texts, Canvas.FONT_SIZE) + 10;
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    for (Field field : fields()) {
      String bad = field.number() == badField ? ", which is bad" : "";
      sentences.add(
          "Field %d, %s: %s%s."
              .formatted(field.number(), field.name(), field.shown(LONGEST_IN_TABLE), bad));
    }
    return String.join(" ", sentences);
  }

  /// The fields of the line, and those that it could have had.
  private List<Field> fields() {
    String[] texts = line.strip().split("\\|", -1);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < Math.max(texts.length, NAMES.size()); i++) {
      String name = i < NAMES.size() ? NAMES.get(i) : "ignored";
      fields.add(new Field(i + 1, name, i < texts.length ? texts[i] : null));
    }
    return fields;
  }

  /// @param text what stands in the line; null if the line ends before this field
  private record Field(int number, String name, @Nullable String text) {
    boolean isAbsent() {
      return text == null;
    }

    /// The name as it stands in the picture: a word a line.
    List<String> words() {
      return List.of(name.split(" ", -1));
    }

    String shown(int columns) {
      if (text == null) {
        return "(absent)";
      }
      return text.isEmpty() ? "(empty)" : Text.shorten(text, columns);
    }
  }
}
