package extensions;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a host's configuration file says: which plugins there are, and how each is to work.
/// Immutable.
///
/// @param file the file, absolute
/// @param plugins the plugins' settings by name, in the order of the file
public record PluginConfig(Path file, Map<String, PluginSettings> plugins) {
  /// Copies the map, and keeps its order.
  public PluginConfig {
    plugins = Collections.unmodifiableMap(new LinkedHashMap<>(plugins));
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
}
