package extensions;

import contract.KeyValueStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The stores of a host's plugins, one for each name, in memory. They outlive the plugins'
/// processes. Safe for use by many threads.
///
/// It is the host that says which plugin's store it hands out. A plugin gets one store and has no
/// words to name another.
public final class PluginStores {
  private final StoreLimits limits;
  private final Map<String, KeyValueStore> stores = new ConcurrentHashMap<>();

  /// No stores yet.
  ///
  /// @param limits hold for each store by itself
  public PluginStores(StoreLimits limits) {
    this.limits = limits;
  }

  /// The store of one plugin; always the same for a name.
  public KeyValueStore of(String plugin) {
    return stores.computeIfAbsent(plugin, name -> new ConfinedStore(limits));
  }
}
