package hints;

import check.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The hints of one exercise, the gentlest first.
///
/// @param levels Markdown texts, without blank lines at their ends
record Hints(List<String> levels) {
  private static final String SEPARATOR = "---";
  private static final String CODE_FENCE = "```";

  Hints {
    levels = List.copyOf(levels);
  }

  /// Reads a hints file, in which a line `---` stands between two levels.
  ///
  /// @throws IOException if there is no such file
  static Hints read(Path file) throws IOException {
    List<String> levels = new ArrayList<>();
    StringBuilder level = new StringBuilder();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.strip().equals(SEPARATOR)) {
        levels.add(level.toString().strip());
        level.setLength(0);
      } else {
        level.append(line).append('\n');
      }
    }
    levels.add(level.toString().strip());
    return new Hints(levels.stream().filter(text -> !text.isEmpty()).toList());
  }

  /// A level as lines for a terminal: prose is broken to its width, code stays as it is.
  static List<String> wrapped(String level, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    boolean inCode = false;
    for (String line : level.lines().toList()) {
      boolean fence = line.startsWith(CODE_FENCE);
      if (inCode || fence) {
        lines.add(line);
      } else {
        lines.addAll(terminal.wrap(line, Terminal.WIDTH, Integer.MAX_VALUE));
      }
      inCode ^= fence;
    }
    return lines;
  }
}
