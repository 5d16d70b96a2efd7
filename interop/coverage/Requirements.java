package coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads lists of requirements: a line each, its parts separated by ` | `.
final class Requirements {
  private Requirements() {}

  /// The requirements of a file: tag, text and, for a feature, its classes.
  ///
  /// @throws IOException if the file cannot be read, or a line has no text
  static List<Requirement> read(Path file) throws IOException {
    List<Requirement> requirements = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" \\| ", -1);
      if (parts.length < 2) {
        throw new IOException("%s: no \" | \" in the line: %s".formatted(file, line));
      }
      requirements.add(new Requirement(parts[0].strip(), parts[1].strip(), classes(parts)));
    }
    return requirements;
  }

  private static List<String> classes(String[] parts) {
    return parts.length < 3 ? List.of() : Arrays.asList(parts[2].strip().split(",\\s*", -1));
  }
}
