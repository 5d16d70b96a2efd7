package lifecycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process as the host holds it: [ProcessRunner] for one that it started,
/// [AttachedRunner] for one that was running already.
///
/// Another way of running plugins, such as a container, implements this (go-plugin:
/// `runner.Runner`).
public interface Runner {
  /// What identifies the process: its pid, or a container's name.
  String id();

  /// Completes when the process has ended. Never completes exceptionally.
  CompletableFuture<ExitStatus> exit();

  /// The processes that it has started, and they in turn, as far as they can be seen now.
  List<ProcessHandle> descendants();

  /// Asks the process to end, by a signal that it can handle (SIGTERM). Returns at once.
  void terminate();

  /// Ends the process and all its descendants, by a signal that none can handle (SIGKILL). Returns
  /// at once.
  void killTree();
}
