package check;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The libraries that a learner's code is compiled and run with: the jars on the grader's own class
/// path, without those that hold the course's code, whose place the learner's takes.
record Libraries(List<Path> jars) {
  private static final List<String> COURSE_CLASSES =
      List.of(
          "check/Grader.class",
          "course/Exercise.class",
          "contract/Calculator.class",
          "basics/HandshakeLine.class",
          "lifecycle/PluginClient.class");

  static Libraries ofThisProcess() {
    Set<Path> own = courseCode();
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (entry.endsWith(".jar") && Files.isRegularFile(path) && !own.contains(path)) {
        jars.add(path);
      }
    }
    return new Libraries(List.copyOf(jars));
  }

  private static Set<Path> courseCode() {
    Set<Path> found = new HashSet<>();
    ClassLoader loader = Libraries.class.getClassLoader();
    try {
      for (String name : COURSE_CLASSES) {
        for (URL url : Collections.list(loader.getResources(name))) {
          if (url.getProtocol().equals("jar")) {
            String jar = url.getPath().substring(0, url.getPath().indexOf("!/"));
            found.add(Path.of(URI.create(jar)).normalize());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// The names that a cache key needs; the folders they lie in do not matter.
  List<String> names() {
    return jars.stream().map(jar -> jar.getFileName().toString()).toList();
  }
}
