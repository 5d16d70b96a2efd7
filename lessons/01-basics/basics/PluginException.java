package basics;

import org.jspecify.annotations.Nullable;

/// What goes wrong between a host and a plugin's process. The root of all layers' exceptions.
///
/// A message says what happened, what was found and what to do; it may have several lines. A person
/// can read it without the stack trace.
public abstract class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, the evidence, what to do next
  protected PluginException(String message) {
    super(message);
  }

  /// @param message what happened, the evidence, what to do next
  /// @param cause the error below; null if there is none
  protected PluginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
