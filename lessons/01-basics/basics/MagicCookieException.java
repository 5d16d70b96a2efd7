package basics;

/// A plugin was not started by its host, or does not know its own cookie.
public final class MagicCookieException extends PluginException {
  private static final long serialVersionUID = 1L;

  private MagicCookieException(String message) {
    super(message);
  }

  /// A person started the plugin.
  public static MagicCookieException startedByHand() {
    return new MagicCookieException(
        """
        This program is a plugin: a host starts it and talks to it.
        Started by hand it does nothing. Start its host instead.
        (The magic cookie is missing from the environment, or has another value.)""");
  }

  /// The plugin's own cookie is blank.
  public static MagicCookieException misconfigured() {
    return new MagicCookieException(
        """
        This plugin is misconfigured: its magic cookie has a blank key or value.
        Tell its author: host and plugin must agree on both.""");
  }
}
