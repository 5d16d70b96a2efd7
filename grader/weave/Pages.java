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
    Path lessons = root.resolve("lessons");
    if (Files.isDirectory(lessons)) {
      try (Stream<Path> folders = Files.list(lessons)) {
        folders.map(lesson -> lesson.resolve("README.md")).sorted().forEach(pages::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages.stream().filter(Files::isRegularFile).toList();
  }
}
