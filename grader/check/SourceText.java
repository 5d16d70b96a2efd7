package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads sources leniently: bytes that are not UTF-8 become replacement characters. The compiler is
/// the one that complains about them, with the line.
final class SourceText {
  private static final Set<String> NOT_THE_PAIRS = Set.of("checks", "tests", "wrong-answers");

  private SourceText() {}

  static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One line, without the blanks at its ends; empty if the file has no such line.
  ///
  /// @param line from 1
  static String line(Path file, long line) {
    if (line < 1 || !Files.isReadable(file)) {
      return "";
    }
    List<String> lines = read(file).lines().skip(line - 1).limit(1).toList();
    return lines.isEmpty() ? "" : lines.getFirst().strip();
  }

  /// The Java files directly in a folder, by name; none if it does not exist.
  static List<Path> javaFilesIn(Path folder) {
    return javaFiles(folder, 1);
  }

  /// The Java files of a lesson, without its checks: in the folder and in its packages.
  static List<Path> javaFilesBelow(Path folder) {
    return javaFiles(folder, 2).stream()
        .filter(file -> !NOT_THE_PAIRS.contains(folder.relativize(file).getName(0).toString()))
        .toList();
  }

  private static List<Path> javaFiles(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
