package extensions;

import java.time.Duration;
import java.time.Instant;
import lifecycle.ExitStatus;

/// What happened to a plugin of a [PluginRegistry]. A closed set: switch over it without a default.
public sealed interface RegistryEvent {
  /// The plugin's name.
  String plugin();

  /// When it happened.
  Instant at();

  /// Its manifest is known.
  record Discovered(String plugin, Instant at, SemanticVersion version) implements RegistryEvent {}

  /// It is about to start, after what it depends on.
  record Starting(String plugin, Instant at) implements RegistryEvent {}

  /// It answers.
  ///
  /// @param took from `starting` to now, with the wait for what it depends on
  record Ready(String plugin, Instant at, String processId, Duration took)
      implements RegistryEvent {}

  /// It did not start; no process is left.
  ///
  /// @param reason for a person
  record Failed(String plugin, Instant at, String reason) implements RegistryEvent {}

  /// A new process serves in the place of the old one.
  record Swapped(String plugin, Instant at, SwapReport report) implements RegistryEvent {}

  /// A new process could not take its place; the old one serves.
  ///
  /// @param reason for a person
  record SwapFailed(String plugin, Instant at, String reason) implements RegistryEvent {}

  /// Its process ended by itself while it was in use.
  record Died(String plugin, Instant at, ExitStatus exit) implements RegistryEvent {}

  /// The registry has ended it.
  ///
  /// @param graceful whether it ended because it was asked to, with no signal
  record Stopped(String plugin, Instant at, boolean graceful) implements RegistryEvent {}

  /// Its process was taken out of use while it was alive; it is being ended.
  ///
  /// @param reason for a person
  record TakenOut(String plugin, Instant at, String reason) implements RegistryEvent {}

  /// A second process is up and waits to take the first one's place.
  record StandbyReady(String plugin, Instant at, String processId) implements RegistryEvent {}

  /// The second process ended by itself while it waited, or was found to be of no use; its exit is
  /// unknown then.
  record StandbyLost(String plugin, Instant at, ExitStatus exit) implements RegistryEvent {}

  /// The second process has taken the first one's place; none waits now. What happened to the first
  /// one was told just before.
  record Promoted(String plugin, Instant at, String processId) implements RegistryEvent {}
}
