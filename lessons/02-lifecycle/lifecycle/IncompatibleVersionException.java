package lifecycle;

import basics.PluginException;
import java.util.SortedSet;

/// The plugin speaks a version of the application's protocol that the host does not.
public final class IncompatibleVersionException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param plugin the version that the plugin chose
  /// @param host the host's versions
  public IncompatibleVersionException(int plugin, SortedSet<Integer> host) {
    super(
        """
        host and plugin have no protocol version in common: the plugin offers %d, the host has %s.
        Update the older of the two."""
            .formatted(plugin, host));
  }
}
