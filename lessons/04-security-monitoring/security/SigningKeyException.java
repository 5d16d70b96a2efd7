package security;

import basics.PluginException;
import org.jspecify.annotations.Nullable;

/// A key's file or a trust store cannot be used.
public final class SigningKeyException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message the file, and what is wrong with it
  /// @param cause the error below; null if there is none
  SigningKeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
