package newplugin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes a plugin's project: all of it or nothing.
public final class NewProject {
  private static final String FRAMEWORK = "lib/course/plugins/plugin-framework";

  private final CourseFolder course;
  private final PluginName name;

  /// @param course where the template lies
  /// @param name the new plugin's name
  public NewProject(CourseFolder course, PluginName name) {
    this.course = course;
    this.name = name;
  }

  /// Makes the project in that folder. It must not exist, or be empty; nothing is overwritten.
  ///
  /// @param folder outside of the course; the folder that it lies in must exist
  /// @return the project's folder, absolute, without links
  /// @throws NewPluginException if the folder cannot be taken, with nothing made
  /// @throws IOException if a file cannot be read or written, with nothing left
  public Path create(Path folder) throws NewPluginException, IOException {
    Path target = checked(folder.toAbsolutePath().normalize());
    // First, because it may take seconds: until then there is nothing that could be left behind.
    Framework framework = Framework.of(course);
    // Beside the target, so that a rename is all that is left to do.
    Path work = Files.createTempDirectory(target.resolveSibling(""), "." + name.text());
    // Ctrl-C ends the JVM by way of its hooks: it must not leave half a project either.
    Thread cleaner = new Thread(() -> FileTrees.deleteQuietly(work), "remove-half-project");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      Path project = Files.createDirectory(work.resolve(name.text()));
      write(project, framework);
      place(project, target);
      return target;
    } finally {
      FileTrees.delete(work);
      forget(cleaner);
    }
  }

  private Path checked(Path target) throws NewPluginException, IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new NewPluginException(
          "%s does not exist: make it first, or choose another --folder"
              .formatted(parent == null ? target : parent));
    }
    Path real =
        Files.exists(target)
            ? target.toRealPath()
            : parent.toRealPath().resolve(target.getFileName());
    if (real.startsWith(course.path())) {
      throw new NewPluginException(
          """
          %s lies inside the course's folder.
          A plugin is a project of its own: choose a --folder outside of %s."""
              .formatted(real, course.path()));
    }
    if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(real)) {
      throw new NewPluginException(
          """
          %s is there already, and nothing is overwritten.
          Choose another name or --folder, or remove it yourself."""
              .formatted(real));
    }
    return real;
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  private void write(Path project, Framework framework) throws IOException {
    Map<String, String> values = new TreeMap<>(course.versions());
    values.put("name", name.text());
    values.put("package", name.packageName());
    values.put("Type", name.typeName());
    values.put("framework.version", framework.version());
    new Template(course.template(), values).write(project);

    Path artifact = project.resolve(FRAMEWORK).resolve(framework.version());
    Files.copy(framework.jar(), artifact.resolve(framework.jar().getFileName()));
    Path findJdk = project.resolve("bin/find-jdk.sh");
    Files.copy(course.findJdk(), findJdk);
    Template.makeExecutable(findJdk);
  }

  private static void place(Path project, Path target) throws NewPluginException, IOException {
    try {
      if (Files.isDirectory(target)) {
        // Not in its place: it may be the folder that a person stands in.
        fill(target, project);
      } else {
        Files.move(project, target);
      }
    } catch (FileAlreadyExistsException e) {
      throw new NewPluginException(e.getFile() + " has come into being just now: try again", e);
    }
  }

  private static void fill(Path target, Path project) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(project)) {
      entries = all.sorted(Comparator.reverseOrder()).toList();
    }
    List<Path> moved = new ArrayList<>();
    try {
      for (Path entry : entries) {
        moved.add(Files.move(entry, target.resolve(entry.getFileName())));
      }
    } catch (IOException e) {
      moved.forEach(FileTrees::deleteQuietly);
      throw e;
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // The JVM ends already: then the hook runs, and finds nothing.
    }
  }
}
