package security;

import basics.PluginException;
import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A secret has not gone from a host to its plugin. The message names it and keeps it.
public final class SecretException extends PluginException {
  private static final long serialVersionUID = 1L;

  private SecretException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The host's side: the plugin has answered the offer with an error.
  static SecretException notHandedOver(String plugin, String name, Status answer, Throwable cause) {
    String advice =
        answer.getCode() == Status.Code.UNIMPLEMENTED
            ? "The plugin has no SecretInbox among its services: add one (ServiceSet.andUsing)."
            : "The plugin must not be used without it; it is offered again at the next start.";
    return new SecretException(
        """
        the secret "%s" has not reached the plugin "%s": %s %s
        %s"""
            .formatted(
                name, plugin, answer.getCode(), String.valueOf(answer.getDescription()), advice),
        cause);
  }

  /// The host's side: the plugin says that all is well, and has not exchanged its token.
  static SecretException notFetched(String plugin, String name) {
    return new SecretException(
        """
        the secret "%s" has not reached the plugin "%s": it has answered the offer, and has not
        exchanged the token, which is void now. Is its SecretInbox the framework's?"""
            .formatted(name, plugin),
        null);
  }

  /// The plugin's side: the host has not offered it in time.
  static SecretException notOffered(String name, Duration limit) {
    return new SecretException(
        """
        the host has not handed over the secret "%s" within %s.
        Let it keep one of that name for this plugin (SecretVault.put), and hand it over after the
        start (SecretVault.handover), before it calls what needs the secret."""
            .formatted(name, limit),
        null);
  }
}
