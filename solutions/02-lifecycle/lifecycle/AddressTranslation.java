package lifecycle;

import basics.PluginAddress;

/// How an address reads on the other side, for a plugin that does not see the host's file system or
/// network, such as one in a container (go-plugin: `runner.AddrTranslator`).
public interface AddressTranslation {
  /// Both sides see the same.
  AddressTranslation SAME =
      new AddressTranslation() {
        @Override
        public PluginAddress pluginToHost(PluginAddress address) {
          return address;
        }

        @Override
        public PluginAddress hostToPlugin(PluginAddress address) {
          return address;
        }
      };

  /// Where the host finds what the plugin calls `address`.
  PluginAddress pluginToHost(PluginAddress address);

  /// Where the plugin finds what the host calls `address`.
  PluginAddress hostToPlugin(PluginAddress address);
}
