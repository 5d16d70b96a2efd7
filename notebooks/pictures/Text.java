package pictures;

import java.util.ArrayList;
import java.util.List;

/// What a picture must know of a text before a browser draws it.
final class Text {
  /// A monospaced font's character is 0.6 em wide, with a little room for fonts that are wider.
  private static final double EM_PER_COLUMN = 0.62;

  private Text() {}

  /// The width of a line in a monospaced font.
  static double width(String line, double fontSize) {
    return columns(printable(line)) * fontSize * EM_PER_COLUMN;
  }

  /// The width of the widest line.
  static double width(List<String> lines, double fontSize) {
    return lines.stream().mapToDouble(line -> width(line, fontSize)).max().orElse(0);
  }

  /// Breaks a text into lines: between words where that is possible, inside a long word where not.
  ///
  /// @param columns how much fits on a line, at least 2
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : printable(text).strip().split("\\s+", -1)) {
      if (!line.isEmpty() && columns(line) + 1 + columns(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      for (int character : word.codePoints().toArray()) {
        if (columns(line) + columns(character) > columns) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.appendCodePoint(character);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /// Cuts the middle out of a long text.
  ///
  /// @param columns how much may be left, at least 3
  static String shorten(String text, int columns) {
    int[] characters = text.codePoints().toArray();
    if (characters.length <= columns) {
      return text;
    }
    int end = (columns - 1) / 2;
    int start = columns - 1 - end;
    return new String(characters, 0, start)
        + "…"
        + new String(characters, characters.length - end, end);
  }

  /// The text as XML holds it, in an element or an attribute.
  static String escape(String text) {
    return printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// XML has no place for control characters and halves of characters: a sign stands for each, and
  /// a blank for the end of a line.
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' ? ' ' : c)
        .forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
    return printable.toString();
  }

  private static boolean isPrintable(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE
        && (character & 0xFFFE) != 0xFFFE;
  }

  private static int columns(CharSequence text) {
    return text.codePoints().map(Text::columns).sum();
  }

  /// East Asian characters and emoji take two columns.
  private static int columns(int character) {
    boolean narrow = character < 0x1100 || (character >= 0x2000 && character < 0x2E80);
    return narrow ? 1 : 2;
  }
}
