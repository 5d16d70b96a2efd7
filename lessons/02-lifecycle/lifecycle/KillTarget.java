package lifecycle;

import java.time.Duration;

/// What the kill ladder needs of a plugin.
public interface KillTarget {
  /// Asks the plugin over its connection to end (go-plugin: `GRPCController.Shutdown`). Whether it
  /// heard does not matter: what counts is whether it ends.
  ///
  /// @param timeout how long the call may take; a plugin that hangs must not hold up the ladder
  void requestShutdown(Duration timeout);

  /// Sends SIGTERM. Returns at once.
  void terminate();

  /// Sends SIGKILL to the process and its descendants. Returns at once.
  void killTree();

  /// Waits until the process has ended.
  ///
  /// @param timeout how long to wait at most; zero only looks
  /// @return whether it has ended
  boolean awaitExit(Duration timeout);
}
