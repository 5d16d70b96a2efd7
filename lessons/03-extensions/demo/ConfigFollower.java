package demo;

import basics.PluginException;
import course.ExerciseNotDone;
import extensions.ConfigChange;
import extensions.ConfigException;
import extensions.ConfigListener;
import extensions.ConfiguredPlugins;
import extensions.PluginConfig;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginReadiness;
import extensions.PluginRegistry;

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
        .forEach(name -> apply(name, change.after()));
    if (!change.added().isEmpty() || !change.removed().isEmpty()) {
      Screen.say("config", "to add or remove a plugin, start the host again");
    }
  }

  /// A plugin that is ready is swapped in use; one that failed or died starts as it is wanted now.
  private void apply(String name, PluginConfig config) {
    try {
      PluginManifest next = station.admitTo(ConfiguredPlugins.manifest(config, name));
      PluginHandle plugin = registry.plugin(name);
      if (plugin.snapshot().readiness() == PluginReadiness.READY) {
        registry.swap(next);
      } else {
        registry.replaceManifest(next);
        plugin.start();
      }
    } catch (ExerciseNotDone
        | PluginException
        | IllegalArgumentException
        | IllegalStateException e) {
      Screen.tell(e);
      Screen.say("config", name + " stays as it is");
    }
  }

  @Override
  public void refused(ConfigException problem) {
    Screen.tell(problem);
    Screen.say("config", "what applied until now goes on to apply");
  }
}
