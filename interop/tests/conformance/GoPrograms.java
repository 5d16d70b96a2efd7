package conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The programs on the real go-plugin, built when a test first asks.
final class GoPrograms {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private GoPrograms() {}

  /// A program's path. Skips the test where there is no Go.
  ///
  /// @param name `host` or `plugin`
  static String program(String name) throws IOException, InterruptedException {
    Process build =
        new ProcessBuilder(ROOT.resolve("interop/go/build.sh").toString()).inheritIO().start();
    if (!build.waitFor(50, TimeUnit.SECONDS)) {
      build.destroyForcibly();
    }
    Path program = ROOT.resolve(".course/interop/interop-" + name);
    Assumptions.assumeTrue(
        Files.isExecutable(program), "there is no Go: interop-" + name + " was not examined");
    return program.toString();
  }
}
