package basics;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// Finds the source files that a script stands on, by JBang's `//SOURCES` lines.
///
/// A line names files relative to its own file's folder: a path, or a pattern such as
/// `basics/*.java` or `generated/**/*.java`. The files found are read for further lines.
public final class JavaSources {
  private static final String DIRECTIVE = "//SOURCES ";

  private final SequencedSet<Path> found = new LinkedHashSet<>();

  private JavaSources() {}

  /// The script and all files that it stands on, each once, the script first.
  ///
  /// @param script a Java file
  /// @throws IOException if a file cannot be read, or a line names no file
  public static List<Path> of(Path script) throws IOException {
    JavaSources sources = new JavaSources();
    sources.add(script.toAbsolutePath().normalize());
    return List.copyOf(sources.found);
  }

  private void add(Path file) throws IOException {
    if (!found.add(file)) {
      return;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(DIRECTIVE)) {
        for (Path source : resolve(file, line.substring(DIRECTIVE.length()).strip())) {
          add(source);
        }
      }
    }
  }

  private static List<Path> resolve(Path file, String pattern) throws IOException {
    int wildcard = pattern.indexOf('*');
    int base = wildcard < 0 ? pattern.length() : pattern.lastIndexOf('/', wildcard) + 1;
    Path folder = file.resolveSibling(pattern.substring(0, base)).normalize();
    List<Path> files = wildcard < 0 ? List.of(folder) : matching(folder, pattern.substring(base));
    if (files.isEmpty()) {
      throw new IOException("%s: no file matches //SOURCES %s".formatted(file, pattern));
    }
    return files;
  }

  private static List<Path> matching(Path folder, String pattern) throws IOException {
    // "**/" must match no folder at all, too; the JDK's glob wants at least one.
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "{,**/}"));
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> matches = new ArrayList<>();
      files
          .filter(Files::isRegularFile)
          .filter(path -> matcher.matches(folder.relativize(path)))
          .sorted()
          .forEach(matches::add);
      return matches;
    }
  }
}
