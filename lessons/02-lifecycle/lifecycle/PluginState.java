package lifecycle;

import basics.PluginAddress;

/// Where a plugin is in its life. A closed set: switch over it without a default.
public sealed interface PluginState {
  /// Configured, not started.
  record New() implements PluginState {}

  /// The process is being launched; its handshake line is awaited.
  record Starting() implements PluginState {}

  /// Connected and usable.
  ///
  /// @param address where it listens
  /// @param appVersion the application's protocol version that both sides agreed on
  record Running(PluginAddress address, int appVersion) implements PluginState {}

  /// The host has asked it to end.
  record Stopping() implements PluginState {}

  /// The process is gone, asked or not.
  record Exited(ExitStatus status) implements PluginState {}

  /// It never became usable; no process is left.
  ///
  /// @param reason what went wrong, for a person
  record Failed(String reason) implements PluginState {}

  /// The state's name in words: `new`, `starting`, `running`, `stopping`, `exited`, `failed`.
  default String label() {
    return switch (this) {
      case New() -> "new";
      case Starting() -> "starting";
      case Running(PluginAddress address, int appVersion) -> "running";
      case Stopping() -> "stopping";
      case Exited(ExitStatus status) -> "exited";
      case Failed(String reason) -> "failed";
    };
  }

  /// Whether no other state can follow.
  default boolean isFinal() {
    return this instanceof Exited || this instanceof Failed;
  }
}
