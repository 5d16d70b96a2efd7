package extensions;

/// Whether a registered plugin can be used.
public enum PluginReadiness {
  /// Its manifest is known, and it was not started yet.
  DISCOVERED,
  /// It, or something that it depends on, is starting.
  STARTING,
  /// It answers. It stays so while it is swapped.
  READY,
  /// It did not start or was taken out of use; no process is left. It stays so until
  /// [PluginHandle#start].
  FAILED,
  /// Its process ended by itself. It stays so until [PluginHandle#start].
  DIED,
  /// The registry is closed.
  STOPPED;

  /// The state in words: `discovered`, `starting`, `ready`, `failed`, `died`, `stopped`.
  public String label() {
    return switch (this) {
      case DISCOVERED -> "discovered";
      case STARTING -> "starting";
      case READY -> "ready";
      case FAILED -> "failed";
      case DIED -> "died";
      case STOPPED -> "stopped";
    };
  }
}
