package pictures;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/// Bytes as they crossed the wire, sixteen a line, each in the colour of the part that it belongs
/// to; what the parts mean stands below, with their bytes' numbers.
///
/// @param title the headline
/// @param bytes what to show
/// @param parts what they mean, in order; bytes of no part stay white
public record HexPicture(String title, ByteString bytes, List<Part> parts) {
  private static final List<String> COLOURS =
      List.of(
          "#dbeafe", "#dcfce7", "#fef3c7", "#fce7f3", "#ede9fe", "#cffafe", "#fed7aa", "#fecaca",
          "#d9f99d", "#d1d5db", "#f0abfc");
  private static final int BYTES_PER_LINE = 16;
  private static final double MARGIN = 16;
  private static final double LEFT = 58;
  private static final double CELL = 28;
  private static final double LINE = 28;
  private static final double TOP = 46;

  /// Some bytes that mean something together.
  ///
  /// @param from the number of the first, from 0 on
  /// @param length how many they are, at least 1
  /// @param text what they mean
  public record Part(int from, int length, String text) {
    private boolean holds(int index) {
      return from <= index && index < from + length;
    }

    private String range() {
      return length == 1 ? String.valueOf(from) : from + "-" + (from + length - 1);
    }
  }

  /// Makes sure that each part lies within the bytes.
  ///
  /// @throws IllegalArgumentException if one does not
  public HexPicture {
    parts = List.copyOf(parts);
    for (Part part : parts) {
      if (part.from() < 0 || part.length() < 1 || part.from() + part.length() > bytes.size()) {
        throw new IllegalArgumentException("%d bytes have no %s".formatted(bytes.size(), part));
      }
    }
  }

  /// The picture.
  public String svg() {
    Canvas canvas = new Canvas();
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
    for (int i = 0; i < bytes.size(); i++) {
      double x = LEFT + i % BYTES_PER_LINE * CELL;
      int line = i / BYTES_PER_LINE;
      double y = TOP + line * LINE;
      if (i % BYTES_PER_LINE == 0) {
        canvas.text(LEFT - 10, y + 17, "end", Canvas.FAINT, false, String.valueOf(i));
      }
      canvas.box(x + 1, y, CELL - 2, LINE - 4, colour(i), "#8b949e", "");
      canvas.text(x + CELL / 2, y + 17, "middle", Canvas.INK, false, hex(i));
    }
    double y = TOP + Math.ceilDiv(bytes.size(), BYTES_PER_LINE) * LINE + 22;
    double right = Math.max(LEFT + BYTES_PER_LINE * CELL, MARGIN + width(title));
    for (Part part : parts) {
      canvas.box(MARGIN, y - 11, 14, 14, colour(part.from()), "#8b949e", "");
      canvas.text(MARGIN + 70, y, "end", Canvas.FAINT, false, part.range());
      canvas.text(MARGIN + 82, y, "start", Canvas.INK, false, part.text());
      right = Math.max(right, MARGIN + 82 + width(part.text()));
      y += 20;
    }
    return canvas.svg(right + MARGIN, y, title, description());
  }

  /// The parts as sentences: what the picture shows, for those who do not see it.
  public String description() {
    List<String> sentences = new ArrayList<>();
    for (Part part : parts) {
      List<String> digits = new ArrayList<>();
      for (int i = part.from(); i < part.from() + part.length(); i++) {
        digits.add(hex(i));
      }
      sentences.add(
          "Bytes %s: %s, %s.".formatted(part.range(), String.join(" ", digits), part.text()));
    }
    return "%d bytes. %s".formatted(bytes.size(), String.join(" ", sentences));
  }

  private String hex(int index) {
    return "%02x".formatted(bytes.byteAt(index));
  }

  private String colour(int index) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).holds(index)) {
        return COLOURS.get(i % COLOURS.size());
      }
    }
    return "#ffffff";
  }

  private static double width(String text) {
    return Text.width(text, Canvas.FONT_SIZE);
  }
}
