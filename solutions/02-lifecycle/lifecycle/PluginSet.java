package lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;

/// The plugins that a host can use in one version of the application's protocol, by name.
///
/// One process serves them all. The names are the host's own: they never cross the wire (go-plugin:
/// `PluginSet`). Immutable.
public final class PluginSet {
  private final Map<String, Entry<?>> entries;

  private PluginSet(Map<String, Entry<?>> entries) {
    this.entries = entries;
  }

  /// A set of one plugin.
  ///
  /// @param name the name to dispense it by
  /// @param type the interface that the host uses
  /// @param factory makes a client of that type
  public static <T> PluginSet of(String name, Class<T> type, ClientFactory<T> factory) {
    return new PluginSet(Map.of()).and(name, type, factory);
  }

  /// This set and one more plugin.
  public <T> PluginSet and(String name, Class<T> type, ClientFactory<T> factory) {
    Map<String, Entry<?>> more = new LinkedHashMap<>(entries);
    more.put(name, new Entry<>(type, factory));
    return new PluginSet(more);
  }

  /// A client of the plugin of that name. For layers that reach it in a way of their own;
  /// [PluginClient#dispense] does it for a plugin's process.
  ///
  /// @throws UnknownPluginException if no plugin has that name, or it is of another type
  public <T> T dispense(String name, Class<T> type, DispenseContext context) {
    Entry<?> entry = entries.get(name);
    if (entry == null) {
      throw UnknownPluginException.noSuchName(name, entries.keySet());
    }
    if (!type.isAssignableFrom(entry.type())) {
      throw UnknownPluginException.otherType(name, entry.type(), type);
    }
    return type.cast(entry.factory().create(context));
  }

  private record Entry<T>(Class<T> type, ClientFactory<T> factory) {}
}
