package extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is different in a configuration file since it was last read.
///
/// @param before what applied until now
/// @param after what applies from now on
/// @param added names of plugins that are new
/// @param removed names of plugins that are gone
/// @param changed the keys of plugins before and after, in the order of plugins' names
public record ConfigChange(
    PluginConfig before,
    PluginConfig after,
    Set<String> added,
    Set<String> removed,
    List<Difference> changed) {
  /// Copies the collections.
  public ConfigChange {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /// One key of one plugin.
  ///
  /// @param plugin the plugin's name
  /// @param key as in the file; `kind` if the plugin is of another kind now
  /// @param before its value until now; empty if it had none
  /// @param after its value from now on; empty if it has none
  public record Difference(String plugin, String key, String before, String after) {
    @Override
    public String toString() {
      return "%s.%s: %s -> %s".formatted(plugin, key, before, after);
    }
  }

  static ConfigChange between(PluginConfig before, PluginConfig after) {
    Set<String> added = new TreeSet<>(after.plugins().keySet());
    added.removeAll(before.plugins().keySet());
    Set<String> removed = new TreeSet<>(before.plugins().keySet());
    removed.removeAll(after.plugins().keySet());
    List<Difference> changed = new ArrayList<>();
    for (String name : new TreeSet<>(before.plugins().keySet())) {
      PluginSettings old = before.plugins().get(name);
      PluginSettings now = after.plugins().get(name);
      if (old != null && now != null) {
        changed.addAll(differences(name, old, now));
        changed.addAll(
            differences(name, texts(before.permissions(name)), texts(after.permissions(name))));
      }
    }
    return new ConfigChange(before, after, added, removed, changed);
  }

  private static List<Difference> differences(
      String name, PluginSettings before, PluginSettings after) {
    List<Difference> differences = new ArrayList<>();
    if (before.getClass() != after.getClass()) {
      differences.add(new Difference(name, "kind", before.kind(), after.kind()));
    }
    differences.addAll(differences(name, before.values(), after.values()));
    return differences;
  }

  private static Map<String, String> texts(Map<String, List<String>> permissions) {
    Map<String, String> texts = new TreeMap<>();
    permissions.forEach((key, values) -> texts.put("permissions." + key, values.toString()));
    return texts;
  }

  private static List<Difference> differences(
      String name, Map<String, String> old, Map<String, String> now) {
    List<Difference> differences = new ArrayList<>();
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      String was = old.getOrDefault(key, "");
      String is = now.getOrDefault(key, "");
      if (!was.equals(is)) {
        differences.add(new Difference(name, key, was, is));
      }
    }
    return differences;
  }

  /// True if nothing is different but comments or layout.
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }
}
