package check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The classes of package `check.child`, taken from wherever the grader's own classes lie, so that
/// they can stand beside a learner's code without the rest of the grader.
///
/// @param files by path, such as `check/child/Event.class`
record RunnerClasses(Map<String, byte[]> files) {
  private static final String PACKAGE = "check/child/";

  static RunnerClasses ofThisGrader() {
    try {
      URI location =
          RunnerClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path source = Path.of(location);
      RunnerClasses classes =
          new RunnerClasses(Files.isDirectory(source) ? inFolder(source) : inJar(source));
      if (classes.files.isEmpty()) {
        throw new CourseException("the grader is incomplete: no " + PACKAGE + " in " + source);
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new CourseException("the grader cannot find its own classes", e);
    }
  }

  private static Map<String, byte[]> inFolder(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> classes = Files.list(folder.resolve(PACKAGE))) {
      for (Path file : classes.toList()) {
        files.put(PACKAGE + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> inJar(Path jar) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (JarFile open = new JarFile(jar.toFile())) {
      for (JarEntry entry : open.stream().toList()) {
        if (entry.getName().startsWith(PACKAGE) && entry.getName().endsWith(".class")) {
          try (InputStream in = open.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  /// A text that changes when any of the classes does.
  String fingerprint() {
    StringBuilder all = new StringBuilder();
    files.forEach((name, bytes) -> all.append(name).append(Arrays.hashCode(bytes)));
    return all.toString();
  }

  void writeTo(Path folder) {
    try {
      Files.createDirectories(folder.resolve(PACKAGE));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
