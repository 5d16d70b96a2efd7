package gateway;

import extensions.PluginManifest;
import extensions.SemanticVersion;
import gateway.front.StepPlugins;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import monitoring.Supervisor;

/// The gateway's plugins as processes, from the classes of this build.
final class Steps {
  private Steps() {}

  static PluginManifest gate(String name, String version, String... settings) {
    return manifest(name, "gate", version, settings);
  }

  static PluginManifest observer(String name, String... settings) {
    return manifest(name, "observer", "1.0.0", settings);
  }

  private static PluginManifest manifest(
      String name, String kind, String version, String... settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "-cp", classPath(), "Plugin", name));
    command.addAll(List.of(settings));
    return new PluginManifest(
        Path.of("no-file-on-the-disk.yaml"),
        name,
        kind,
        SemanticVersion.parse(version).orElseThrow(),
        "",
        Set.of(),
        command,
        Set.of());
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /// Ends the plugin's process as the system would that runs out of memory.
  static void kill(Supervisor plugins, String name) {
    String id = plugins.registry().plugin(name).snapshot().process().orElseThrow().id();
    ProcessHandle process = ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  static Supervisor supervise(PluginManifest... manifests) {
    return StepPlugins.supervise(List.of(manifests));
  }
}
