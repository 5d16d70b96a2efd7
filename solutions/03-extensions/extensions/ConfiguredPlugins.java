package extensions;

import basics.PluginProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the plugins that a configuration names, and tells each of its settings.
///
/// A plugin with a `directory` brings a manifest; a `command` beside it replaces the manifest's.
/// One with a `command` alone has no manifest of its own: its version is 0.0.0, and its kind is all
/// that it can do. A command that begins with a `.java` file is compiled and run by `java`, as
/// [PluginProgram] does it.
public final class ConfiguredPlugins {
  private static final SemanticVersion NO_VERSION =
      SemanticVersion.parse("0.0.0").orElseThrow(() -> new IllegalStateException("0.0.0"));

  private ConfiguredPlugins() {}

  /// The plugins of that configuration.
  ///
  /// @throws ManifestException if a manifest cannot be used, or is another plugin's; those after it
  ///   are suppressed exceptions of it
  /// @throws basics.JavaBuildException if a plugin's program does not compile
  /// @throws RegistryException as [PluginCatalog#of] does
  /// @throws UncheckedIOException if a plugin's program cannot be read
  public static PluginCatalog catalog(PluginConfig config) {
    List<PluginManifest> manifests = new ArrayList<>();
    List<ManifestException> problems = new ArrayList<>();
    for (String name : config.plugins().keySet()) {
      try {
        manifests.add(manifest(config, name));
      } catch (ManifestException e) {
        problems.add(e);
      }
    }
    if (!problems.isEmpty()) {
      ManifestException first = problems.removeFirst();
      problems.forEach(first::addSuppressed);
      throw first;
    }
    return PluginCatalog.of(manifests);
  }

  /// The plugin of that name, as the configuration wants it.
  ///
  /// @throws IllegalArgumentException if the configuration has none of that name
  /// @throws ManifestException if its manifest cannot be used, or is another plugin's
  /// @throws basics.JavaBuildException if the plugin's program does not compile
  /// @throws UncheckedIOException if the plugin's program cannot be read
  public static PluginManifest manifest(PluginConfig config, String name) {
    PluginSettings settings =
        config
            .plugin(name)
            .orElseThrow(() -> new IllegalArgumentException("no plugin is named " + name));
    PluginSource source = settings.source();
    if (source.directory().isEmpty()) {
      PluginManifest manifest =
          new PluginManifest(
              config.file(),
              name,
              settings.kind(),
              NO_VERSION,
              /* description= */ "",
              Set.of(settings.kind()),
              source.command(),
              /* dependencies= */ Set.of());
      return runnable(manifest, settings);
    }
    Path file = source.directory().get().resolve(PluginManifest.FILE_NAME);
    return configured(PluginManifest.read(file), name, settings);
  }

  /// That manifest as the settings want it: with the command that they give, and told of them.
  ///
  /// @param name the plugin's name in the configuration
  /// @throws ManifestException if the manifest is of another name or kind
  /// @throws basics.JavaBuildException if the plugin's program does not compile
  /// @throws UncheckedIOException if the plugin's program cannot be read
  public static PluginManifest configured(
      PluginManifest manifest, String name, PluginSettings settings) {
    require(manifest, "name", manifest.name(), name);
    if (!(settings instanceof PluginSettings.Other)) {
      require(manifest, "kind", manifest.kind(), settings.kind());
    }
    List<String> command = settings.source().command();
    return runnable(command.isEmpty() ? manifest : manifest.withCommand(command), settings);
  }

  private static void require(PluginManifest manifest, String key, String found, String wanted) {
    if (!found.equals(wanted)) {
      throw new ManifestException(
          manifest.file(),
          "the key \"%s\" is \"%s\", and the configuration says \"%s\""
              .formatted(key, found, wanted),
          null);
    }
  }

  private static PluginManifest runnable(PluginManifest manifest, PluginSettings settings) {
    String executable = manifest.command().getFirst();
    List<String> command = new ArrayList<>(manifest.command());
    if (executable.endsWith(".java")) {
      try {
        List<String> java = PluginProgram.compile(Path.of(executable)).command();
        command.removeFirst();
        command.addAll(0, java);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the plugin's program " + executable, e);
      }
    }
    command.addAll(settings.arguments());
    return manifest.withCommand(command);
  }
}
