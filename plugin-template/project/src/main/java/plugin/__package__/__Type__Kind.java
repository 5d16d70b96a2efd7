package plugin.__package__;

import basics.MagicCookie;
import extensions.PluginManifest;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginSet;

/// What a host must know to use plugins of the kind `__name__`. They share the contract, so a host
/// can take another plugin of this kind in its place.
public final class __Type__Kind {
  /// The kind's name, as in `plugin.yaml`.
  public static final String NAME = "__name__";

  /// What host and plugin agree on before they talk. The cookie is that of lesson 3's host.
  public static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "extensions"));

  private __Type__Kind() {}

  /// How a host starts and uses such a plugin, for `PluginRegistry.builder`.
  public static ClientConfig config(PluginManifest manifest) {
    return manifest
        .config(HANDSHAKE)
        .plugins(
            PluginSet.of(
                NAME, __Type__Contract.class, context -> new __Type__Client(context.channel())))
        .build();
  }
}
