package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import contract.Calculator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What tests with real processes share.
final class Helper {
  static final HandshakeConfig HANDSHAKE = new HandshakeConfig(1, HelperPlugin.COOKIE);

  static final PluginSet CALCULATOR =
      PluginSet.of(
          "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));

  /// For plugins that do not answer: each rung fails soon.
  static final KillTimes IMPATIENT =
      new KillTimes(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(5));

  private Helper() {}

  /// A host's configuration for that command.
  static ClientConfig.Builder config(List<String> command) {
    return ClientConfig.builder(HANDSHAKE, command)
        .plugins(CALCULATOR)
        .startTimeout(Duration.ofSeconds(20));
  }

  /// A [HelperPlugin].
  static ClientConfig.Builder plugin(String... arguments) {
    return config(command(HelperPlugin.class, arguments));
  }

  /// A shell script in a plugin's place. The socket in its line need not exist.
  static ClientConfig.Builder script(String script) {
    return config(List.of("/bin/sh", "-c", script)).killTimes(IMPATIENT);
  }

  static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  /// Whether the process runs. One that has ended and that no parent has asked for is gone, too.
  static boolean runs(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  static void awaitGone(long pid) {
    await("process " + pid + " is gone")
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !runs(pid));
  }

  static void awaitFile(Path file) {
    await(file + " exists")
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(file) && Files.size(file) > 0);
  }

  /// Sends a signal, by its name without `SIG`.
  static void signal(String name, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start();
    assertThat(kill.waitFor()).as("kill -%s %d", name, pid).isZero();
  }

  /// To be called after all tests of a class.
  static void assertNothingRuns() {
    await("no process is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(
                        ProcessHandle.current()
                            .descendants()
                            .filter(process -> runs(process.pid()))
                            .map(process -> process.pid() + " " + process.info().commandLine()))
                    .isEmpty());
  }
}
