package extensions;

import course.goplugin.ConnInfo;

/// The way to the other side's broker: one direction of `GRPCBroker.StartStream`. Safe for use by
/// many threads.
interface BrokerOutbox {
  /// Waits at most 5 s until there is a way.
  ///
  /// @throws BrokerException if there is none
  void awaitOpen(int streamId);

  /// Sends a message if there is a way now. Never blocks.
  ///
  /// @return false if there is none
  boolean trySend(ConnInfo message);

  /// Sends a message; waits at most 5 s for a way.
  ///
  /// @throws BrokerException if there is none
  default void send(ConnInfo message) {
    awaitOpen(message.getServiceId());
    if (!trySend(message)) {
      throw BrokerException.of(message.getServiceId(), "the connection has just ended");
    }
  }
}
