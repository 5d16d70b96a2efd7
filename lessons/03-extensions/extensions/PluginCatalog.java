package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The plugins that a host knows of, by their manifests: names, kinds, versions, capabilities, and
/// what depends on what. Nothing runs yet. Immutable.
///
/// A catalog is whole: no name twice, each dependency there, no cycle.
public final class PluginCatalog {
  private static final Comparator<PluginManifest> BEST_FIRST =
      Comparator.comparing(PluginManifest::version).reversed().thenComparing(PluginManifest::name);

  private final SortedMap<String, PluginManifest> plugins;
  private final Map<String, Set<String>> dependencies = new TreeMap<>();
  private final List<String> startOrder;

  private PluginCatalog(SortedMap<String, PluginManifest> plugins) {
    this.plugins = plugins;
    for (PluginManifest plugin : plugins.values()) {
      Set<String> needed = new TreeSet<>();
      plugin.dependencies().forEach(dependency -> needed.add(provider(plugin, dependency)));
      dependencies.put(plugin.name(), needed);
    }
    this.startOrder = DependencyOrder.of(dependencies);
  }

  /// The plugin that is meant by a dependency: the one of that name, else the best other one that
  /// can do that.
  private String provider(PluginManifest needing, String dependency) {
    if (plugins.containsKey(dependency)) {
      return dependency;
    }
    return withCapability(plugins.values(), dependency).stream()
        .map(PluginManifest::name)
        .filter(name -> !name.equals(needing.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownDependencyException(
                    needing, dependency, plugins.keySet(), allCapabilities()));
  }

  private Set<String> allCapabilities() {
    Set<String> all = new TreeSet<>();
    plugins.values().forEach(plugin -> all.addAll(plugin.capabilities()));
    return all;
  }

  /// A catalog of those plugins.
  ///
  /// @throws DuplicatePluginException if two have one name
  /// @throws UnknownDependencyException if one depends on what is not there
  /// @throws DependencyCycleException if they depend on each other in a circle
  public static PluginCatalog of(Collection<PluginManifest> manifests) {
    SortedMap<String, PluginManifest> plugins = new TreeMap<>();
    for (PluginManifest manifest : manifests) {
      PluginManifest earlier = plugins.put(manifest.name(), manifest);
      if (earlier != null) {
        throw new DuplicatePluginException(earlier, manifest);
      }
    }
    return new PluginCatalog(plugins);
  }

  /// A catalog of the plugins in a folder: each subfolder with a file `plugin.yaml` is one. Other
  /// files and folders are left alone, and deeper ones are not looked into.
  ///
  /// @throws IOException if the folder does not exist or cannot be read
  /// @throws ManifestException if a manifest is wrong; those after it that are wrong, too, are
  ///   suppressed exceptions of it
  /// @throws RegistryException as in [#of]
  public static PluginCatalog discover(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files =
          entries
              .map(entry -> entry.resolve(PluginManifest.FILE_NAME))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    return of(readAll(files));
  }

  private static List<PluginManifest> readAll(List<Path> files) {
    List<PluginManifest> manifests = new ArrayList<>();
    List<ManifestException> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        manifests.add(ManifestReader.read(file));
      } catch (ManifestException e) {
        problems.add(e);
      }
    }
    if (!problems.isEmpty()) {
      ManifestException first = problems.removeFirst();
      problems.forEach(first::addSuppressed);
      throw first;
    }
    return manifests;
  }

  /// A catalog in which that manifest stands in the place of the one of its name.
  ///
  /// @throws IllegalArgumentException if there is none of its name
  /// @throws RegistryException as in [#of]
  public PluginCatalog replace(PluginManifest manifest) {
    PluginManifest before = plugin(manifest.name());
    SortedMap<String, PluginManifest> changed = new TreeMap<>(plugins);
    changed.put(before.name(), manifest);
    return new PluginCatalog(changed);
  }

  /// All plugins, by name.
  public List<PluginManifest> plugins() {
    return List.copyOf(plugins.values());
  }

  /// The plugin of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public PluginManifest plugin(String name) {
    PluginManifest manifest = plugins.get(name);
    if (manifest == null) {
      throw new IllegalArgumentException(
          "no plugin is named \"%s\"; there are %s".formatted(name, plugins.keySet()));
    }
    return manifest;
  }

  /// The plugins of each kind, the highest version first.
  public Map<String, List<PluginManifest>> kinds() {
    Map<String, List<PluginManifest>> kinds = new TreeMap<>();
    for (PluginManifest plugin : plugins.values()) {
      kinds.computeIfAbsent(plugin.kind(), kind -> new ArrayList<>()).add(plugin);
    }
    Map<String, List<PluginManifest>> sorted = new LinkedHashMap<>();
    kinds.forEach((kind, all) -> sorted.put(kind, all.stream().sorted(BEST_FIRST).toList()));
    return sorted;
  }

  /// The plugins that can do that, the best first; empty if none can.
  public List<PluginManifest> withCapability(String capability) {
    return withCapability(plugins.values(), capability);
  }

  /// Those of the plugins that can do that, the best first.
  ///
  /// Exercise 3.4. A plugin can do what its manifest lists among the capabilities, letter for
  /// letter. The highest version comes first, by [SemanticVersion#compareTo]: 10.0.0 before 9.0.0,
  /// and a release before its pre-releases. Of equal versions the name decides, by the alphabet, so
  /// that each host finds the same plugin. None is an empty list and no error.
  ///
  /// @param plugins the plugins to choose from, in any order
  /// @param capability what is looked for
  @Exercise("3.4")
  public static List<PluginManifest> withCapability(
      Collection<PluginManifest> plugins, String capability) {
    ExerciseNotDone.report("3.4");
    return plugins.stream().filter(p -> p.capabilities().contains(capability)).toList();
  }

  /// The names of the plugins that this one needs, by name or by capability.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public Set<String> dependenciesOf(String name) {
    return Set.copyOf(dependencies.getOrDefault(plugin(name).name(), Set.of()));
  }

  /// The names of the plugins that need this one.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public Set<String> dependentsOf(String name) {
    String wanted = plugin(name).name();
    Set<String> dependents = new TreeSet<>();
    dependencies.forEach(
        (dependent, needed) -> {
          if (needed.contains(wanted)) {
            dependents.add(dependent);
          }
        });
    return dependents;
  }

  /// All names, each after those that it needs.
  public List<String> startOrder() {
    return startOrder;
  }
}
