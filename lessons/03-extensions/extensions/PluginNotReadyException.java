package extensions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A plugin cannot be used now. Whether it can be soon, its state tells.
public final class PluginNotReadyException extends RegistryException {
  private static final long serialVersionUID = 1L;

  private final PluginReadiness state;
  private final Instant since;

  /// @param plugin its name
  /// @param state what it is instead of ready
  /// @param since since when
  /// @param reason more about it, for a person; empty if there is nothing to tell
  /// @param cause why it did not start; null if that is not the case
  PluginNotReadyException(
      String plugin,
      PluginReadiness state,
      Instant since,
      String reason,
      @Nullable Throwable cause) {
    super(
        "the plugin \"%s\" is not ready: %s since %s%s"
            .formatted(plugin, state.label(), since, reason.isEmpty() ? "" : "; " + reason),
        cause);
    this.state = state;
    this.since = since;
  }

  /// What the plugin is instead of ready.
  public PluginReadiness state() {
    return state;
  }

  /// Since when it is so.
  public Instant since() {
    return since;
  }
}
