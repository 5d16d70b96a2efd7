package matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The host and the plugin in Go, built from `interop/go` on the real go-plugin.
///
/// @param host the host's executable
/// @param plugin the plugin's executable
/// @param missing why neither could be built; empty if both are there
public record GoPrograms(Path host, Path plugin, String missing) {
  /// The exit code of `build.sh` where there is no Go toolchain.
  private static final int NO_GO = 3;

  private static final long BUILD_MINUTES = 5;

  /// Builds both, unless they are newer than their sources.
  ///
  /// @param root the course's folder
  /// @throws IOException if they do not build although Go is here
  public static GoPrograms build(Path root) throws IOException {
    Path built = root.resolve(".course/interop").toAbsolutePath().normalize();
    Path log = Files.createTempFile("interop-go", ".log");
    try {
      int exitCode = runBuild(root.resolve("interop/go/build.sh").toAbsolutePath(), log);
      String said = Files.readString(log).strip();
      if (exitCode != 0 && exitCode != NO_GO) {
        throw new IOException("the programs in Go do not build:\n" + said);
      }
      return new GoPrograms(
          built.resolve("interop-host"),
          built.resolve("interop-plugin"),
          exitCode == NO_GO ? said : "");
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static int runBuild(Path script, Path log) throws IOException {
    Process build =
        new ProcessBuilder(script.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("go build took more than %d minutes".formatted(BUILD_MINUTES));
      }
      return build.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Go was building", e);
    } finally {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
  }
}
