package weave;

import java.util.ArrayList;
import java.util.List;

/// The text of a file that is not Java, by its indentation: an entry is a line, the deeper lines
/// below it, and a closing bracket. So `plugins.calculator` is a key of YAML, and `message
/// Operands` a message of a .proto file.
///
/// @param file the path, for messages
record Outline(String file, List<String> lines) {
  Outline {
    lines = List.copyOf(lines);
  }

  /// @throws WeaveException if there is no such entry, or more than one
  String of(Piece piece) {
    if (!piece.isWhole() || piece.parameters().isPresent()) {
      throw new WeaveException("%s is not Java: it has no statements".formatted(file));
    }
    List<String> inside = lines;
    for (String words : piece.name().split("\\.", -1)) {
      inside = entry(inside, words);
    }
    return String.join("\n", inside).stripIndent();
  }

  private List<String> entry(List<String> inside, String words) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      if (beginsWith(inside.get(i).strip(), words)) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      throw new WeaveException(
          "%s has %s entries \"%s\"; the lines there: %s"
              .formatted(
                  file,
                  found.isEmpty() ? "no" : found.size(),
                  words,
                  String.join("; ", firstLines(inside))));
    }
    int first = found.getFirst();
    return inside.subList(first, end(inside, first));
  }

  private static boolean beginsWith(String line, String words) {
    return line.startsWith(words)
        && (line.length() == words.length()
            || !Character.isJavaIdentifierPart(line.charAt(words.length())));
  }

  private static int end(List<String> inside, int first) {
    int depth = depth(inside.get(first));
    int end = first + 1;
    for (int i = first + 1; i < inside.size(); i++) {
      String line = inside.get(i);
      boolean closes = depth(line) == depth && line.strip().matches("[)}\\]].*");
      if (closes) {
        return i + 1;
      }
      if (!line.isBlank() && depth(line) <= depth) {
        return end;
      }
      end = line.isBlank() ? end : i + 1;
    }
    return end;
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }

  /// The lines that begin an entry at the outermost depth, and those one step further in.
  private static List<String> firstLines(List<String> inside) {
    return inside.stream()
        .filter(line -> !line.isBlank() && depth(line) <= depth(inside.getFirst()) + 2)
        .map(String::strip)
        .filter(line -> Character.isLetter(line.charAt(0)))
        .toList();
  }
}
