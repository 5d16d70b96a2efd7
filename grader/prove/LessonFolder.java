package prove;

import check.Lesson;
import derive.LessonDeriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may lie in a lesson's folder: the derived files, README.md and pom.xml.
record LessonFolder(Lesson lesson) {
  private static final Set<String> BY_HAND = Set.of("README.md", "pom.xml");
  private static final Set<String> BUILT = Set.of("target", ".build");
  private static final Pattern DISABLED = Pattern.compile("(?m)^[^/*\"]*@Disabled\\b");

  List<String> unexpectedFiles() {
    Set<Path> derived = new LessonDeriver(lesson).derive(Set.of()).keySet();
    List<String> unexpected = new ArrayList<>();
    for (Path file : files(lesson.folder())) {
      Path path = lesson.folder().relativize(file);
      boolean known = derived.contains(path) || BY_HAND.contains(path.toString());
      if (!known && !BUILT.contains(path.getName(0).toString())) {
        unexpected.add(name(file) + " is not expected there");
      }
    }
    return unexpected;
  }

  List<String> disabledTests() {
    List<String> disabled = new ArrayList<>();
    for (Path folder : List.of(lesson.folder(), lesson.solution())) {
      for (Path file : files(folder)) {
        Path path = folder.relativize(file);
        boolean source = file.toString().endsWith(".java") && !path.startsWith("target");
        if (source && DISABLED.matcher(read(file)).find()) {
          disabled.add(name(file) + " has @Disabled");
        }
      }
    }
    return disabled;
  }

  private String name(Path file) {
    return lesson.root().relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
