package check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the message of a failed assertion as a few named facts.
///
/// AssertJ's messages have three forms, which may be mixed: a description in brackets, lines such
/// as `expected: 1`, and labels on a line of their own with the value below (`Expecting actual:`).
final class AssertionText {
  private static final int FACTS = 4;
  private static final int LONGEST_LABEL = 16;
  private static final Pattern DESCRIPTION = Pattern.compile("(?s)\\A\\[(.*?)\\]\\s*(.*)\\z");
  private static final Pattern VALUE = Pattern.compile("\\s*(expected|but was|actual)\\s*:\\s(.*)");
  private static final Pattern NOISE =
      Pattern.compile(
          "\\s*|\\s+at .*|at .*\\.java:\\d+\\).*|-- failure \\d+ --|Multiple Failures.*"
              + "|\\.\\.\\. \\d+ more|\\s*\\.{3}.*remaining lines not displayed.*");

  private final List<Fact> facts = new ArrayList<>();
  private String label = "";
  private final StringBuilder value = new StringBuilder();

  private AssertionText() {}

  /// The facts in a message, at most four.
  static List<Fact> facts(String message) {
    AssertionText text = new AssertionText();
    String first = message.split("-- failure 2 --", 2)[0].strip();
    first = first.replaceFirst("(?s)\\AMultiple Failures[^\\n]*\\n(-- failure 1 --)?", "").strip();
    Matcher described = DESCRIPTION.matcher(first);
    if (described.matches() && !described.group(1).isBlank()) {
      text.facts.add(new Fact("because", described.group(1).replace("\n", "; ")));
      first = described.group(2);
    }
    first.lines().filter(line -> !NOISE.matcher(line).matches()).forEach(text::line);
    text.flush();
    return text.facts.stream().limit(FACTS).toList();
  }

  private void line(String line) {
    Matcher named = VALUE.matcher(line);
    if (named.matches()) {
      flush();
      label = named.group(1);
      value.append(named.group(2));
    } else if (line.endsWith(":") && !line.startsWith("    ")) {
      flush();
      label = plainLabel(line.substring(0, line.length() - 1).strip());
    } else {
      String separator = label.isEmpty() ? "; " : "\n";
      value.append(value.isEmpty() ? "" : separator).append(line.strip());
    }
  }

  private static String plainLabel(String text) {
    String plain = text.replaceFirst("^Expecting (actual )?", "");
    return plain.equals("actual") || plain.isEmpty() ? "actual" : plain;
  }

  private void flush() {
    if (label.length() > LONGEST_LABEL) {
      facts.add(new Fact("found", label + ": " + value));
    } else if (!label.isEmpty() || !value.isEmpty()) {
      facts.add(new Fact(label.isEmpty() ? "found" : label, value.toString()));
    }
    label = "";
    value.setLength(0);
  }
}
