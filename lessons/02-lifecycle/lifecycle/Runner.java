package lifecycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process as the host holds it: a [LaunchedRunner] if it launched it, or one that was
/// running already (go-plugin: `runner.AttachedRunner`).
///
/// Another way of running plugins, such as a container, implements this. Must be safe for use by
/// many threads.
public interface Runner {
  /// What identifies the process: its pid, or a container's name.
  String id();

  /// Completes when the process has ended. Never completes exceptionally.
  CompletableFuture<ExitStatus> exit();

  /// The processes that it has started, and they in turn, as far as they can be seen now.
  default List<ProcessHandle> descendants() {
    return List.of();
  }

  /// Asks the process to end, by a signal that it can handle (SIGTERM). Returns at once.
  void terminate();

  /// Ends the process and all its descendants, by a signal that none can handle (SIGKILL). Returns
  /// at once.
  void killTree();

  /// How addresses read on the plugin's side, and on the host's.
  default AddressTranslation addresses() {
    return AddressTranslation.SAME;
  }

  /// The host lets go of the process: frees what watches it, and leaves it as it is.
  default void release() {}
}
