package check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the message of a failed assertion as a few named facts.
///
/// AssertJ's messages have three forms, which may be mixed: a description in brackets, lines such
/// as `expected: 1`, and labels on a line of their own with the value below (`Expecting actual:`).
final class AssertionText {
  private static final int FACTS = 4;
  private static final int LONGEST_LABEL = 16;
  private static final String EXPECTED = "expected";
  private static final String BUT_WAS = "but was";

  /// The bracket that ends a description ends its line, too; one within the description rarely.
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?s)\\A\\[(.*?)\\] *\\n(.*)\\z|\\A\\[(.*?)\\]\\s*(.*)\\z");

  private static final Pattern VALUE =
      Pattern.compile("(?s)\\s*(expected|but was|actual)\\s*:\\s(.*)");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?s)Expecting (?:value to be |an? )?([^:]{1,40}?) but was:? (?:containing value: )?(.*)");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)\\s*|\\s+at .*|at .*\\.java:\\d+\\).*|-- failure \\d+ --|Multiple Failures.*"
              + "|\\.\\.\\. \\d+ more|\\s*\\.{3}.*remaining lines not displayed.*");

  /// AssertJ's labels in the words of the others; no word: the value below is no news.
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("", "actual"),
          Map.entry("throwable to be an instance of", EXPECTED),
          Map.entry("to be an instance of", EXPECTED),
          Map.entry("but was instance of", BUT_WAS),
          Map.entry("throwable message", "message"),
          Map.entry("Throwable that failed the check", ""),
          Map.entry("to contain exactly", EXPECTED),
          Map.entry("to contain exactly (and in same order)", EXPECTED),
          Map.entry("to contain exactly in any order", EXPECTED),
          Map.entry("to contain only", EXPECTED),
          Map.entry("but some elements were not found", "missing"),
          Map.entry("but could not find the following elements", "missing"),
          Map.entry("but the following elements were not found", "missing"),
          Map.entry("and others were not expected", "too many"),
          Map.entry("but some elements were not expected", "too many"),
          Map.entry("but the following elements were unexpected", "too many"),
          Map.entry("but there were differences at these indexes", ""));

  private final List<Fact> facts = new ArrayList<>();
  private String label = "";
  private boolean noNews;
  private final StringBuilder value = new StringBuilder();

  private AssertionText() {}

  /// The facts in a message, at most four.
  static List<Fact> facts(String message) {
    AssertionText text = new AssertionText();
    String first = message.replace(System.lineSeparator(), "\n");
    first = stripBlank(first.split("-- failure 2 --", 2)[0]);
    first = first.replaceFirst("(?s)\\AMultiple Failures[^\\n]*\\n(-- failure 1 --)?", "");
    first = stripBlank(first);
    Matcher described = DESCRIPTION.matcher(first);
    if (described.matches()) {
      int group = described.group(1) == null ? 3 : 1;
      if (!described.group(group).isBlank()) {
        text.facts.add(new Fact("because", described.group(group).replaceAll("\\s*\\n\\s*", "; ")));
        first = described.group(group + 1);
      }
    }
    for (String line : first.split("\n", -1)) {
      if (!NOISE.matcher(line).matches()) {
        text.line(line);
      }
    }
    text.flush();
    return text.contrasted().stream().limit(FACTS).toList();
  }

  /// A carriage return at the end may be the very difference.
  private static String stripBlank(String text) {
    return text.replaceAll("\\A[ \\n]+|[ \\n]+\\z", "");
  }

  private void line(String line) {
    Matcher named = VALUE.matcher(line);
    Matcher sentence = SENTENCE.matcher(line);
    if (named.matches()) {
      flush();
      label = named.group(1);
      value.append(named.group(2));
    } else if (sentence.matches() && label.isEmpty()) {
      flush();
      facts.add(new Fact(EXPECTED, sentence.group(1)));
      label = BUT_WAS;
      value.append(sentence.group(2));
    } else if (line.endsWith(":") && !line.startsWith("    ")) {
      flush();
      String plain = line.substring(0, line.length() - 1).strip();
      plain = plain.replaceFirst("^Expecting (actual ?)?", "");
      label = LABELS.getOrDefault(plain, plain);
      noNews = label.isEmpty();
    } else if (line.strip().equals("Expecting actual not to be null")) {
      value.append("null: nothing was thrown or returned");
    } else if (line.equals("Expecting code to raise a throwable.")) {
      value.append("nothing was thrown");
    } else if (line.startsWith("Expecting code not to raise a throwable but caught")) {
      flush();
      facts.add(new Fact(EXPECTED, "no exception"));
      label = BUT_WAS;
    } else if (!line.equals("but did not.") && !line.equals("\"")) {
      String separator = label.isEmpty() ? "; " : "\n";
      value.append(value.isEmpty() ? "" : separator).append(stripBlank(line));
    }
  }

  private void flush() {
    if (noNews) {
      noNews = false;
    } else if (label.length() > LONGEST_LABEL) {
      facts.add(new Fact("found", label + ": " + value));
    } else if (!label.isEmpty() || !value.isEmpty()) {
      facts.add(new Fact(label.isEmpty() ? "found" : label, value.toString()));
    }
    label = "";
    value.setLength(0);
  }

  /// What was found stands below what was expected, whichever came first in the message.
  private List<Fact> contrasted() {
    boolean expected = facts.stream().anyMatch(fact -> fact.label().equals(EXPECTED));
    boolean butWas = facts.stream().anyMatch(fact -> fact.label().equals(BUT_WAS));
    List<Fact> ordered = new ArrayList<>(facts);
    for (Fact fact : facts) {
      if (expected && fact.label().equals("actual")) {
        ordered.remove(fact);
        if (!butWas) {
          ordered.add(indexOfExpected(ordered) + 1, new Fact(BUT_WAS, fact.value()));
        }
      }
    }
    return ordered;
  }

  private static int indexOfExpected(List<Fact> facts) {
    return facts.stream().map(Fact::label).toList().indexOf(EXPECTED);
  }
}
