package check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads ArchUnit's message about a broken rule: the rule in words, and the first violation with
/// its place.
///
/// @param facts the rule and the first violation
/// @param file the source file's name, without its folder
/// @param line from 1
record ArchitectureText(List<Fact> facts, Optional<String> file, int line) {
  private static final Pattern RULE =
      Pattern.compile(
          "(?s)Architecture Violation[^\\n"
              + "]*?Rule '(.*?)' was violated \\((\\d+) times?\\):\\s*(.*)");
  private static final Pattern PLACE = Pattern.compile("\\((\\w+\\.java):(\\d+)\\)");

  static Optional<ArchitectureText> read(String message) {
    Matcher rule = RULE.matcher(message);
    if (!rule.find()) {
      return Optional.empty();
    }
    String violation = rule.group(3).lines().findFirst().orElse("").strip();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("rule", rule.group(1)));
    facts.add(new Fact("found", violation));
    if (!rule.group(2).equals("1")) {
      facts.add(new Fact("in all", rule.group(2) + " places"));
    }
    Matcher place = PLACE.matcher(violation);
    return Optional.of(
        place.find()
            ? new ArchitectureText(
                facts, Optional.of(place.group(1)), Integer.parseInt(place.group(2)))
            : new ArchitectureText(facts, Optional.empty(), 1));
  }
}
