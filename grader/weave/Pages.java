package weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The pages that people read: those that quote code, and whose links and commands are proved.
public final class Pages {
  private static final List<String> NAMES =
      List.of(
          "GUIDE.md",
          "GUIDE.zh-CN.md",
          "README.md",
          "WORKSHOP.md",
          "CONTRIBUTING.md",
          "interop/README.md",
          "bench/README.md");

  private Pages() {}

  /// Those that exist, the guides first, then by their names.
  ///
  /// @param root the course's folder
  public static List<Path> in(Path root) {
    List<Path> pages = new ArrayList<>();
    NAMES.forEach(name -> pages.add(root.resolve(name)));
    pages.addAll(readmesBelow(root.resolve("lessons")));
    pages.addAll(readmesBelow(root.resolve("solutions/projects")));
    return pages.stream().filter(Files::isRegularFile).toList();
  }

  private static List<Path> readmesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.map(inner -> inner.resolve("README.md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
