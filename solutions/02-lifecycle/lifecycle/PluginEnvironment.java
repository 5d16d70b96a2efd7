package lifecycle;

import basics.MagicCookie;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/// The environment that a host gives to its plugin (go-plugin: the `PLUGIN_*` variables).
final class PluginEnvironment {
  private static final String PREFIX = "PLUGIN_";
  private static final int MIN_PORT = 10_000;
  private static final int MAX_PORT = 25_000;

  private PluginEnvironment() {}

  /// The host's environment, without what its own host told it; over it the plugin's own settings;
  /// over them the protocol's.
  ///
  /// @param own settings of this plugin, which win over the host's environment
  /// @param protocol what security and connector tell the plugin
  static Map<String, String> of(
      Map<String, String> own,
      MagicCookie cookie,
      SortedSet<Integer> versions,
      Map<String, String> protocol) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    // A host that is a plugin itself must not pass its own handshake on.
    environment.keySet().removeIf(name -> name.startsWith(PREFIX));
    environment.putAll(own);
    environment.put(cookie.key(), cookie.value());
    environment.put(VersionNegotiation.VARIABLE, VersionNegotiation.offer(versions));
    environment.put("PLUGIN_MIN_PORT", String.valueOf(MIN_PORT));
    environment.put("PLUGIN_MAX_PORT", String.valueOf(MAX_PORT));
    environment.putAll(protocol);
    return environment;
  }
}
