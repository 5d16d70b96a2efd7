package newplugin;

import basics.JavaBuild;
import basics.JavaSources;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The framework as one jar, made of the contract and the finished layers 1 to 3.
///
/// @param jar the jar
/// @param version changes with the sources and the libraries: Maven keeps a copy of each version
///   that it has seen, and would take an old one for the new
record Framework(Path jar, String version) {
  private static final String ARTIFACT = "plugin-framework";
  private static final String NUMBER = "1.0";
  private static final List<String> LAYERS =
      List.of(
          "solutions/01-basics/basics",
          "solutions/02-lifecycle/lifecycle",
          "solutions/03-extensions/extensions");

  /// Compiles the framework, or takes the jar made earlier of the same sources.
  ///
  /// @throws basics.JavaBuildException if it does not compile
  /// @throws IOException if a file cannot be read or written
  static Framework of(CourseFolder course) throws IOException {
    Path jar =
        JavaBuild.jar(
            ARTIFACT + "-" + NUMBER,
            List.copyOf(sources(course)),
            classPath(),
            course.buildFolder());
    String name = jar.getFileName().toString();
    return new Framework(
        jar, name.substring(ARTIFACT.length() + 1, name.length() - ".jar".length()));
  }

  private static Set<Path> sources(CourseFolder course) throws IOException {
    Path script = course.path().resolve("solutions/03-extensions/ExtensionsDependencies.java");
    Set<Path> sources = new LinkedHashSet<>(JavaSources.of(script));
    // Those two hold JBang's lines and nothing else.
    sources.removeIf(source -> source.getFileName().toString().endsWith("Dependencies.java"));
    for (String layer : LAYERS) {
      try (Stream<Path> files = Files.list(course.path().resolve(layer))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /// The libraries that this program runs on are those of the framework, and some more.
  private static List<Path> classPath() {
    String entries = System.getProperty("java.class.path");
    return Arrays.stream(entries.split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(entry -> !entry.equals(own()))
        .toList();
  }

  /// Where this program's own classes come from: no library of anyone.
  private static Path own() {
    // By way of a file URI: in a URL's path a blank would stand as %20.
    return Path.of(
        URI.create(Framework.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
