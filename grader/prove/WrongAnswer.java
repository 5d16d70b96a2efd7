package prove;

import derive.Imports;
import derive.ParsedSource;
import derive.SourceException;
import derive.SourceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An answer that an exercise's checks have to reject, kept as
/// `solutions/01-basics/wrong-answers/1.4/accepts-three-fields.java`:
///
/// ```
/// // file: basics/HandshakeLine.java
/// // wrong: a line of three fields is accepted
/// // import java.util.List;
/// public static HandshakeLine parse(String line) { ... }
/// ```
///
/// Each member stands for the one of the same name and parameter types in the solution's file; one
/// that is not there is added.
///
/// @param path the wrong answer's own file
/// @param file the file that it changes, within the lesson's folder
/// @param sentence what is wrong
/// @param imports what it imports besides, such as `java.util.List`
/// @param members its members' text
public record WrongAnswer(
    Path path, Path file, String sentence, Set<String> imports, String members) {
  private static final String FILE = "// file:";
  private static final String WRONG = "// wrong:";
  private static final String IMPORT = "// import ";

  /// Copies the set.
  public WrongAnswer {
    imports = Set.copyOf(imports);
  }

  /// Returns its name: its file's name without the ending.
  public String name() {
    return path.getFileName().toString().replaceFirst("\\.java$", "");
  }

  /// Reads a file.
  ///
  /// @throws WrongAnswerException if its first two lines are not as they should be
  public static WrongAnswer read(Path path) {
    List<String> lines = lines(path);
    String file = header(path, lines, 0, FILE);
    String sentence = header(path, lines, 1, WRONG);
    List<String> imports =
        lines.stream().skip(2).takeWhile(line -> line.startsWith(IMPORT)).toList();
    String members =
        lines.stream().skip(2L + imports.size()).collect(Collectors.joining("\n", "", "\n"));
    return new WrongAnswer(
        path,
        Path.of(file),
        sentence,
        imports.stream().map(WrongAnswer::imported).collect(Collectors.toSet()),
        members);
  }

  /// Reads all wrong answers of a lesson.
  ///
  /// @param folder its folders are named by the exercises; it need not exist
  /// @return by exercise, each list by name
  public static Map<String, List<WrongAnswer>> readAll(Path folder) {
    Map<String, List<WrongAnswer>> all = new TreeMap<>();
    for (Path exercise : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
      List<WrongAnswer> answers = list(exercise).stream().map(WrongAnswer::read).toList();
      all.put(exercise.getFileName().toString(), answers);
    }
    return all;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(Path path, List<String> lines, int index, String start) {
    String line = lines.size() > index ? lines.get(index) : "";
    String value = line.startsWith(start) ? line.substring(start.length()).strip() : "";
    if (value.isEmpty()) {
      throw new WrongAnswerException(
          path, "line %d must read \"%s ...\", not \"%s\"".formatted(index + 1, start, line));
    }
    return value;
  }

  private static String imported(String line) {
    return line.substring(IMPORT.length()).replace(";", "").strip();
  }

  /// Returns the finished lesson's files with this wrong answer in place.
  ///
  /// @param finished the files of a lesson in which all is done, by path within its folder
  /// @throws WrongAnswerException if there is no such file, the members do not parse, or none of
  ///   them stands for one of the file
  public Map<Path, String> applyTo(Map<Path, String> finished) {
    String text = finished.get(file);
    if (text == null) {
      throw new WrongAnswerException(path, "the solution has no file " + file);
    }
    Map<Path, String> changed = new HashMap<>(finished);
    changed.put(file, applyTo(text));
    return changed;
  }

  private String applyTo(String text) {
    try {
      ParsedSource solution = SourceParser.parse(file, text);
      String replaced = new MemberReplacement(solution).replace(members);
      ParsedSource result = SourceParser.parse(file, replaced);
      return Imports.rewrite(result, _ -> false, new TreeSet<>(imports));
    } catch (SourceException | IllegalArgumentException e) {
      throw new WrongAnswerException(path, String.valueOf(e.getMessage()));
    }
  }
}
