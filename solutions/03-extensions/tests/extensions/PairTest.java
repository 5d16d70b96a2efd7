package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lesson's own two programs, as a learner starts them.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PairTest {
  private static final Path LESSON = Path.of("").toAbsolutePath();

  @TempDir private Path folder = Path.of("");

  @Test
  void threePluginsDoAJobAndOneIsSwappedInUseWithoutAFailedCall() throws Exception {
    Path memory = LESSON.resolve(".build/data/memory.json");
    Files.deleteIfExists(memory);

    String output = run("Host");

    assertThat(output)
        .contains("did you mean: precision", "did you mean: 100MB")
        .contains("network: status 200, 1000 readings")
        .contains("calculator: mean 19.92")
        .contains("calculator: 20! = 2432902008176640000")
        .contains("file-ops: 7000 bytes written")
        .contains("code: INVALID_OPERAND")
        .contains("169.254.169.254 is not allowed")
        .contains("FileStoreException: the path has a '..' in it")
        .contains("version 1.0.0 gave way to 1.1.0")
        .containsPattern("callers: [0-9]+ calls, 0 failed")
        .contains("calculator ended as asked", "file-ops ended as asked", "network ended as asked")
        .contains("there are 664,579 primes below 10,000,000")
        .contains("a new process remembers: MemoryState[revision=2, value=42.0]")
        .doesNotContain("not done yet", "Exception in thread", "log    |");
    assertThat(output.lines().filter(line -> line.length() > 80 && !line.contains("/"))).isEmpty();
  }

  @Test
  void aPluginStartedByHandAsksWhichOneItIs() throws Exception {
    assertThat(run("Plugin")).contains("calculator, file-ops or network");
  }

  /// All that the program prints. No process may outlive it.
  private String run(String program) throws IOException, InterruptedException {
    Path output = folder.resolve(program + ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            classPath(),
            program));
    Process process =
        new ProcessBuilder(command)
            .directory(LESSON.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the program ends").isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(output))
          .isEqualTo(program.equals("Host") ? 0 : 1);
      assertThat(process.descendants()).isEmpty();
      return Files.readString(output);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }
}
