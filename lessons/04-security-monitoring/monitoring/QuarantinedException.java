package monitoring;

import basics.PluginException;

/// A plugin was to be started and is quarantined.
public final class QuarantinedException extends PluginException {
  private static final long serialVersionUID = 1L;

  QuarantinedException(String plugin, Quarantine quarantine) {
    super(
        "the plugin \"%s\" is quarantined since %s: %s; release it or change its manifest"
            .formatted(plugin, quarantine.since(), quarantine.reason()));
  }
}
