package course;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the folder of the lesson that runs, wherever in the repository a person stands.
public final class LessonFolder {
  private static final String ROOT_MARK = "jbang-catalog.json";

  private LessonFolder() {}

  /// The folder that holds the lesson's `Plugin.java`.
  ///
  /// A short name of `jbang-catalog.json`, such as `lesson01/Host.java`, sets the system property
  /// `lesson.folder`, relative to the repository's root. Without it the working directory counts.
  ///
  /// @throws IllegalStateException if no `Plugin.java` is there; the message says what to type
  public static Path find() {
    Path here = Path.of("").toAbsolutePath();
    String name = System.getProperty("lesson.folder");
    Path folder = name == null ? here : root(here).resolve(name);
    if (!Files.isRegularFile(folder.resolve("Plugin.java"))) {
      throw new IllegalStateException(
          "no Plugin.java in " + folder + "; start a lesson by `./jbang lesson01/Host.java`");
    }
    return folder;
  }

  private static Path root(Path from) {
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(ROOT_MARK))) {
        return folder;
      }
    }
    return from;
  }
}
