package demo;

import extensions.ConfigChange;
import extensions.ConfigException;
import extensions.ConfigListener;
import extensions.ConfiguredPlugins;
import extensions.PluginManifest;
import extensions.PluginRegistry;
import extensions.PluginSettings;

/// Applies a changed configuration to plugins that run.
public final class ConfigFollower implements ConfigListener {
  private final PluginRegistry registry;
  private final WeatherStation station;

  /// @param registry whose plugins are swapped
  /// @param station what the network plugin may ask besides
  public ConfigFollower(PluginRegistry registry, WeatherStation station) {
    this.registry = registry;
    this.station = station;
  }

  @Override
  public void changed(ConfigChange change) {
    change.changed().forEach(difference -> Screen.say("config", difference.toString()));
    change.changed().stream()
        .map(ConfigChange.Difference::plugin)
        .distinct()
        .forEach(name -> swap(name, change));
    if (!change.added().isEmpty() || !change.removed().isEmpty()) {
      Screen.say("config", "a plugin more or less needs a new start of the host");
    }
  }

  private void swap(String name, ConfigChange change) {
    PluginSettings settings = change.after().plugin(name).orElseThrow();
    PluginManifest manifest = PluginManifest.read(registry.plugin(name).manifest().file());
    Screen.unlessOpen(
        () ->
            registry.swap(station.admitTo(ConfiguredPlugins.configured(manifest, name, settings))));
  }

  @Override
  public void refused(ConfigException problem) {
    Screen.tell(problem);
    Screen.say("config", "what applied until now goes on to apply");
  }
}
