package newplugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of texts with marks such as `__name__`, in files and in their names, and what stands in
/// a mark's place.
///
/// @param folder the template
/// @param values by mark, without its underscores
record Template(Path folder, Map<String, String> values) {
  private static final Pattern MARK = Pattern.compile("__(\\S+?)__");

  /// Copies the map.
  Template(Path folder, Map<String, String> values) {
    this.folder = folder;
    this.values = new TreeMap<>(values);
  }

  /// Writes all files, with what stands in the marks' places. What is executable stays so.
  ///
  /// @param target a folder that is there and empty
  /// @throws IOException if a file cannot be read or written
  /// @throws IllegalStateException if the template has a mark without a value
  void write(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path source : files) {
      String name = folder.relativize(source).toString();
      Path file = target.resolve(fill(name, name));
      Files.createDirectories(file.resolveSibling(""));
      String text = Files.readString(source, StandardCharsets.UTF_8);
      Files.writeString(file, fill(text, name), StandardCharsets.UTF_8);
      if (Files.isExecutable(source)) {
        makeExecutable(file);
      }
    }
  }

  /// Makes a file a program, for all users; on systems that know no such thing: nothing.
  static void makeExecutable(Path file) {
    // False on a system without such permissions: there the ending of the name decides.
    boolean ignored = file.toFile().setExecutable(true, /* ownerOnly= */ false);
  }

  private String fill(String text, String file) {
    return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(value(mark, file)));
  }

  private String value(MatchResult mark, String file) {
    String value = values.get(mark.group(1));
    if (value == null) {
      throw new IllegalStateException(
          "%s: the mark %s has no value; there are %s"
              .formatted(file, mark.group(), values.keySet()));
    }
    return value;
  }
}
