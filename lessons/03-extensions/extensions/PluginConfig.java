package extensions;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a host's configuration file says: which plugins there are, and how each is to work.
/// Immutable.
///
/// @param file the file, absolute
/// @param plugins the plugins' settings by name, in the order of the file
/// @param permissions what is granted to each plugin, by its name: texts by key, as they were
///   written. A plugin that is granted nothing is not in it. What they mean is for a layer above to
///   say
public record PluginConfig(
    Path file,
    Map<String, PluginSettings> plugins,
    Map<String, Map<String, List<String>>> permissions) {
  /// Copies the maps, and keeps their order.
  public PluginConfig {
    plugins = Collections.unmodifiableMap(new LinkedHashMap<>(plugins));
    Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
    permissions.forEach((name, granted) -> copy.put(name, PermissionTexts.copy(granted)));
    permissions = Collections.unmodifiableMap(copy);
  }

  /// Reads a file, all of it or nothing.
  ///
  /// @param file YAML in UTF-8, of at most 1 MiB. Paths in it are relative to its folder
  /// @throws ConfigException if the file cannot be used; it tells all places at once
  public static PluginConfig load(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return ConfigReader.read(absolute, ConfigFile.bytes(absolute));
  }

  /// The settings of one plugin; empty if the file has none of that name.
  public Optional<PluginSettings> plugin(String name) {
    return Optional.ofNullable(plugins.get(name));
  }

  /// What the file grants to one plugin, by key; empty if nothing.
  public Map<String, List<String>> permissions(String name) {
    return permissions.getOrDefault(name, Map.of());
  }
}
