package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import contract.Calculator;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import extensions.SemanticVersion;
import io.grpc.Channel;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.KillTimes;
import lifecycle.PluginSet;

/// What the tests of this layer share.
final class MonitoringFixture {
  static final Duration LONG = Duration.ofSeconds(40);
  static final String ADD = "course.calculator.v1.Calculator/Add";
  static final String SUBTRACT = "course.calculator.v1.Calculator/Subtract";

  /// Ends before it prints a line.
  static final List<String> BROKEN = List.of("/bin/sh", "-c", "echo 'no licence' >&2; exit 3");

  private MonitoringFixture() {}

  static PluginManifest manifest(String name, List<String> command) {
    return manifest(name, command, Set.of());
  }

  static PluginManifest manifest(String name, List<String> command, Set<String> dependencies) {
    return new PluginManifest(
        Path.of("/tmp", name, PluginManifest.FILE_NAME),
        name,
        "calculator",
        SemanticVersion.parse("1.0.0").orElseThrow(),
        "",
        Set.of("arithmetic"),
        command,
        dependencies);
  }

  /// Manifests in tests lie nowhere: the plugin runs where the test does.
  static ClientConfig config(PluginManifest manifest) {
    return ClientConfig.builder(MonitoredPlugin.HANDSHAKE, manifest.command())
        .plugins(PluginSet.of("channel", Channel.class, DispenseContext::channel))
        .startTimeout(Duration.ofSeconds(30))
        .killTimes(
            new KillTimes(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5)))
        .build();
  }

  static Supervisor.Builder supervisor(PluginManifest... manifests) {
    return Supervisor.builder(PluginCatalog.of(List.of(manifests)), MonitoringFixture::config);
  }

  /// A [MonitoredPlugin] that tells that number.
  static List<String> command(int number) {
    return command(MonitoredPlugin.class, String.valueOf(number));
  }

  /// Any plugin of these tests.
  static List<String> command(Class<?> plugin, String argument) {
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
            plugin.getName(),
            argument));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  static Calculator calculator(Channel channel) {
    return new CalculatorClient(channel, Duration.ofSeconds(20));
  }

  static SupervisedStatus status(Supervisor supervisor, String plugin) {
    return supervisor.status(plugin);
  }

  static void awaitCondition(Supervisor supervisor, String plugin, Condition condition) {
    await(plugin + " is " + condition.label())
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> status(supervisor, plugin).condition() == condition);
  }

  static ProcessHandle process(Supervisor supervisor, String plugin) {
    String id = status(supervisor, plugin).processId().orElseThrow();
    return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  }

  /// Ends the plugin's process as the system would that runs out of memory.
  static void kill(Supervisor supervisor, String plugin) {
    assertThat(process(supervisor, plugin).destroyForcibly()).as("SIGKILL").isTrue();
  }

  /// Another process than that one serves.
  static void awaitRestart(Supervisor supervisor, String plugin, String process) {
    await(plugin + " has another process than " + process)
        .atMost(LONG)
        .until(() -> !status(supervisor, plugin).processId().orElse(process).equals(process));
  }

  /// To be called after all tests of a class.
  static void assertNothingRuns() {
    await("no process and no thread is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                  .isEmpty();
              assertThat(Thread.getAllStackTraces().keySet())
                  .extracting(Thread::getName)
                  .noneMatch(name -> name.startsWith("multiThreadIoEventLoopGroup"))
                  .noneMatch(name -> name.startsWith("monitoring-"))
                  .noneMatch(name -> name.startsWith("HTTP-Dispatcher"));
            });
  }
}
