// file: extensions/PluginCatalog.java
// wrong: compares versions as texts, so 9.0.0 is before 10.0.0
public static List<PluginManifest> withCapability(
    Collection<PluginManifest> plugins, String capability) {
  return plugins.stream()
      .filter(plugin -> plugin.capabilities().contains(capability))
      .sorted(
          Comparator.comparing((PluginManifest plugin) -> plugin.version().toString())
              .reversed()
              .thenComparing(PluginManifest::name))
      .toList();
}
