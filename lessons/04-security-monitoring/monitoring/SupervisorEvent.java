package monitoring;

import java.time.Duration;
import java.time.Instant;

/// What a [Supervisor] did. A closed set: switch over it without a default.
public sealed interface SupervisorEvent {
  /// The plugin's name.
  String plugin();

  /// When it happened.
  Instant at();

  /// A plugin failed and is to be started again.
  ///
  /// @param delay how long from now
  /// @param reason why it failed, for a person
  record RestartPlanned(String plugin, Instant at, Duration delay, String reason)
      implements SupervisorEvent {}

  /// It is started again, or its standby has taken over.
  ///
  /// @param restarts how many there were so far, with this one
  record Restarted(String plugin, Instant at, long restarts) implements SupervisorEvent {}

  /// It is not started any more.
  ///
  /// @param reason for a person
  record Quarantined(String plugin, Instant at, String reason) implements SupervisorEvent {}

  /// It may start again.
  ///
  /// @param how by whom or by what, for a person
  record Released(String plugin, Instant at, String how) implements SupervisorEvent {}
}
