package coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `make coverage`: writes the page.
public final class CoverageCommand {
  private CoverageCommand() {}

  /// Writes `interop/COVERAGE.md`.
  ///
  /// @param root the course's folder
  /// @throws IOException if a source cannot be read or the page cannot be written
  public static void write(Path root) throws IOException {
    Path page = root.resolve("interop/COVERAGE.md");
    Files.writeString(page, CoverageTable.of(root));
    System.err.println("wrote " + page);
  }
}
