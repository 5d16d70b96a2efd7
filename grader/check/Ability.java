package check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An ability, and the exercises that practise it, as the guide's table has them.
///
/// @param name as the table has it
/// @param exercises their ids
record Ability(String name, List<String> exercises) {
  private static final String HEAD = "| ability |";
  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\|.*");
  private static final Pattern IDS =
      Pattern.compile("(\\d+)\\.(\\d+)(?: to (?<lesson>\\d+)\\.(?<last>\\d+))?");

  Ability {
    exercises = List.copyOf(exercises);
  }

  /// The abilities in the order of the table.
  ///
  /// @param guide the page that has it
  /// @throws CourseException if it has none
  static List<Ability> read(Path guide) {
    if (!Files.isRegularFile(guide)) {
      throw new CourseException(guide + " is missing: the table of abilities stands there");
    }
    List<String> lines = SourceText.read(guide).lines().toList();
    List<Ability> abilities = new ArrayList<>();
    int head = 0;
    while (head < lines.size() && !lines.get(head).startsWith(HEAD)) {
      head++;
    }
    for (int i = head + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
      Matcher row = ROW.matcher(lines.get(i));
      if (row.matches()) {
        abilities.add(new Ability(row.group(1), ids(row.group(2))));
      }
    }
    if (abilities.isEmpty()) {
      throw new CourseException(guide + " has no table that begins with `" + HEAD + "`");
    }
    return abilities;
  }

  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    Matcher range = IDS.matcher(text);
    while (range.find()) {
      int first = Integer.parseInt(range.group(2));
      int last = range.group("last") == null ? first : Integer.parseInt(range.group("last"));
      for (int number = first; number <= last; number++) {
        ids.add(range.group(1) + "." + number);
      }
    }
    return ids;
  }
}
