package matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of the course, for scripts that may be started from any folder in it.
public final class CourseFolder {
  private CourseFolder() {}

  /// The nearest folder, from the current one upwards, that holds the interop runs.
  ///
  /// @throws IOException if there is none
  public static Path find() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("interop/go"))) {
        return folder;
      }
    }
    throw new IOException(
        here + " is not inside the course: change to its folder, then run this again");
  }
}
