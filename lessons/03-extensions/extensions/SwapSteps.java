package extensions;

import java.time.Duration;

/// One plugin whose process is replaced, as [HotSwap] sees it: the old process serves, a new one is
/// to take its place.
public interface SwapSteps {
  /// Starts the new process and makes sure that it answers. No call goes to it yet.
  ///
  /// @throws RuntimeException if it does not start or does not answer; there may be a process,
  ///   until [#endNew]
  void startNew();

  /// From now on each new call goes to the new process. Calls that the old one has begun stay with
  /// it.
  ///
  /// @throws RuntimeException if no process may be put in place any more; nothing has changed then
  void switchToNew();

  /// Waits until the old process has no call in flight.
  ///
  /// @param limit how long at most
  /// @return whether none is left; false if the time was up
  boolean drainOld(Duration limit);

  /// Ends the old process. Calls that it still has fail.
  void endOld();

  /// Ends the new process, if there is one.
  void endNew();
}
