package matrix;

import basics.PluginProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import matrix.Cell.Language;

/// The hosts and plugins of the interop runs, ready to be started.
///
/// @param hosts command lines of the hosts; a language is absent if it cannot be built here
/// @param plugins command lines of the plugins, likewise
/// @param missing why a language is absent
public record Programs(
    Map<Language, List<String>> hosts,
    Map<Language, List<String>> plugins,
    Map<Language, String> missing) {
  /// Builds all programs.
  ///
  /// @param root the course's folder
  /// @throws IOException if one does not compile
  public static Programs build(Path root) throws IOException {
    Map<Language, List<String>> hosts = new EnumMap<>(Language.class);
    Map<Language, List<String>> plugins = new EnumMap<>(Language.class);
    Map<Language, String> missing = new EnumMap<>(Language.class);
    Path interop = root.resolve("interop").toAbsolutePath().normalize();
    hosts.put(Language.JAVA, PluginProgram.compile(interop.resolve("InteropHost.java")).command());
    plugins.put(
        Language.JAVA, PluginProgram.compile(interop.resolve("InteropPlugin.java")).command());
    GoPrograms go = GoPrograms.build(root);
    if (go.missing().isEmpty()) {
      hosts.put(Language.GO, List.of(go.host().toString()));
      plugins.put(Language.GO, List.of(go.plugin().toString()));
    } else {
      missing.put(Language.GO, go.missing());
    }
    return new Programs(hosts, plugins, missing);
  }
}
