package extensions;

import course.goplugin.ConnInfo;

/// The way to the other side's broker: one direction of `GRPCBroker.StartStream`.
interface BrokerOutbox {
  /// Sends a message. Waits at most 5 s until there is a way.
  ///
  /// @throws BrokerException if there is none
  void send(ConnInfo message);
}
