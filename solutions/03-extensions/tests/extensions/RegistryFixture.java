package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/// What the registry's tests share.
final class RegistryFixture {
  static final Duration LONG = Duration.ofSeconds(40);

  /// Prints a line, and no one listens there.
  static final List<String> DEAF =
      List.of("/bin/sh", "-c", "echo '1|1|unix|/tmp/no-such-socket|grpc|'; exec sleep 300");

  /// Ends before it prints a line.
  static final List<String> BROKEN = List.of("/bin/sh", "-c", "echo 'no licence' >&2; exit 3");

  private RegistryFixture() {}

  static PluginManifest manifest(String name, String version, List<String> command) {
    return manifest(name, version, command, Set.of());
  }

  static PluginManifest manifest(
      String name, String version, List<String> command, Set<String> dependencies) {
    return new PluginManifest(
        Path.of("/tmp", name, PluginManifest.FILE_NAME),
        name,
        "calculator",
        SemanticVersion.parse(version).orElseThrow(),
        "",
        Set.of("arithmetic"),
        command,
        dependencies);
  }

  /// Manifests in tests lie nowhere: the plugin runs where the test does.
  static ClientConfig config(PluginManifest manifest) {
    return ClientConfig.builder(RegistryPlugin.HANDSHAKE, manifest.command())
        .plugins(PluginSet.of("channel", Channel.class, DispenseContext::channel))
        .startTimeout(Duration.ofSeconds(30))
        .killTimes(
            new KillTimes(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(5)))
        .build();
  }

  static PluginRegistry.Builder registry(PluginManifest... manifests) {
    return PluginRegistry.builder(PluginCatalog.of(List.of(manifests)), RegistryFixture::config);
  }

  /// A [RegistryPlugin].
  static List<String> command(Object... arguments) {
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
            RegistryPlugin.class.getName()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  /// Ends the plugin's process as the system would that runs out of memory.
  static void killProcess(PluginHandle handle) {
    String id = handle.snapshot().process().orElseThrow().id();
    boolean sent = ProcessHandle.of(Long.parseLong(id)).orElseThrow().destroyForcibly();
    assertThat(sent).as("SIGKILL for " + id).isTrue();
  }

  static void awaitState(PluginHandle handle, PluginReadiness state) {
    await(handle.name() + " is " + state.label())
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> handle.snapshot().readiness() == state);
  }

  /// To be called after all tests of a class.
  static void assertNothingRuns() {
    Leftovers.assertNoEventLoops();
    await("no process is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty());
  }
}
