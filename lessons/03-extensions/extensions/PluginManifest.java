package extensions;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;

/// What a plugin says of itself in the file `plugin.yaml` beside it. Immutable.
///
/// ```yaml
/// name: calculator
/// kind: calculator
/// version: 1.4.0
/// description: adds and multiplies
/// capabilities: [arithmetic]
/// command: [bin/calculator, --quiet]
/// dependencies: [storage]
/// permissions:
///   calls: [calculator.Calculator/*]
/// ```
///
/// @param file the manifest's own file, absolute
/// @param name the plugin's name, unique among the plugins of a host
/// @param kind the contract that it serves, such as `calculator`; several plugins may be of one
///   kind
/// @param version its own version
/// @param description what it does, for a person; may be empty
/// @param capabilities what it can do, for those who look for one; may be empty
/// @param command the executable and its arguments, at least one. An executable with a `/` in its
///   name is a path from the manifest's folder; one without is looked for on PATH
/// @param dependencies what must be ready before it starts: names of plugins, or capabilities
/// @param permissions what the plugin asks to be allowed: texts by key, in the order of the file
///   and as they were written; empty if it asks for nothing. What they mean is for a layer above to
///   say
public record PluginManifest(
    Path file,
    String name,
    String kind,
    SemanticVersion version,
    String description,
    Set<String> capabilities,
    List<String> command,
    Set<String> dependencies,
    Map<String, List<String>> permissions) {
  /// The name of a manifest's file.
  public static final String FILE_NAME = "plugin.yaml";

  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if the command is empty
  public PluginManifest {
    file = file.toAbsolutePath().normalize();
    // Sorted, so that messages and order are the same each time.
    capabilities = Collections.unmodifiableSet(new TreeSet<>(capabilities));
    command = List.copyOf(command);
    permissions = PermissionTexts.copy(permissions);
    dependencies = Collections.unmodifiableSet(new TreeSet<>(dependencies));
    if (command.isEmpty()) {
      throw new IllegalArgumentException("the command is empty: " + name);
    }
  }

  /// The manifest of a plugin that asks for no permissions.
  ///
  /// @throws IllegalArgumentException if the command is empty
  public PluginManifest(
      Path file,
      String name,
      String kind,
      SemanticVersion version,
      String description,
      Set<String> capabilities,
      List<String> command,
      Set<String> dependencies) {
    this(file, name, kind, version, description, capabilities, command, dependencies, Map.of());
  }

  /// The manifest in that file.
  ///
  /// @throws ManifestException if it cannot be read or is no manifest
  public static PluginManifest read(Path file) {
    return ManifestReader.read(file);
  }

  /// The folder that the manifest lies in.
  public Path folder() {
    return file.resolveSibling("");
  }

  /// A configuration that starts this plugin: its command, in its folder, so that relative paths
  /// among the arguments hold, too.
  public ClientConfig.Builder config(HandshakeConfig handshake) {
    return ClientConfig.builder(handshake, command).workingDirectory(folder());
  }

  /// This manifest with another command.
  ///
  /// @param other the executable and its arguments, as in [#command]
  /// @throws IllegalArgumentException if it is empty
  public PluginManifest withCommand(List<String> other) {
    return new PluginManifest(
        file, name, kind, version, description, capabilities, other, dependencies, permissions);
  }

  /// Name and version: `calculator 1.4.0`.
  public String label() {
    return name + " " + version;
  }
}
