package check;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the place that the report goes to can show.
///
/// @param colours whether ANSI colours are welcome; they never carry a meaning of their own
/// @param ellipsis `…`, or three dots where the character set lacks it
public record Terminal(boolean colours, String ellipsis) {
  /// How many columns a line may take.
  public static final int WIDTH = 80;

  /// The terminal of this process: colours only if standard output is one, `NO_COLOR` is not set
  /// and `TERM` is not `dumb`.
  public static Terminal ofThisProcess() {
    String noColor = System.getenv("NO_COLOR");
    boolean colours =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
            && (noColor == null || noColor.isEmpty())
            && !"dumb".equals(System.getenv("TERM"));
    Charset charset = System.out.charset();
    return new Terminal(colours, charset.newEncoder().canEncode('…') ? "…" : "...");
  }

  /// A terminal that shows plain text only.
  public static Terminal plain() {
    return new Terminal(/* colours= */ false, "...");
  }

  String green(String text) {
    return paint("32", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /// A text in lines of at most a number of characters, broken at blanks; a word that is longer
  /// than a line is broken, too.
  ///
  /// @param most how many lines there may be; the last one is cut if that is too few
  public List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width && lines.size() < most - 1) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      lines.add(fit(rest.substring(0, end), width));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(fit(rest, width));
    return lines;
  }

  /// A text of at most a number of characters; what is longer is cut and marked. Characters that
  /// would steer the terminal are replaced.
  String fit(String text, int width) {
    String safe = text.replaceAll("\\p{Cntrl}", "?");
    return safe.length() <= width
        ? safe
        : safe.substring(0, Math.max(0, width - ellipsis.length())) + ellipsis;
  }
}
