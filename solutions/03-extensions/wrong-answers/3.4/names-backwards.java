// file: extensions/PluginCatalog.java
// wrong: turns the whole order round, so of equal versions the last name comes first
public static List<PluginManifest> withCapability(
    Collection<PluginManifest> plugins, String capability) {
  return plugins.stream()
      .filter(plugin -> plugin.capabilities().contains(capability))
      .sorted(
          Comparator.comparing(PluginManifest::version)
              .thenComparing(PluginManifest::name)
              .reversed())
      .toList();
}
