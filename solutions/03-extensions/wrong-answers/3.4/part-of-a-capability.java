// file: extensions/PluginCatalog.java
// wrong: finds a capability by a part of its name
public static List<PluginManifest> withCapability(
    Collection<PluginManifest> plugins, String capability) {
  return plugins.stream()
      .filter(plugin -> plugin.capabilities().stream().anyMatch(c -> c.contains(capability)))
      .sorted(BEST_FIRST)
      .toList();
}
