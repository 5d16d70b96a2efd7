package monitoring;

import extensions.PluginSnapshot;
import java.time.Instant;
import java.util.Optional;
import lifecycle.PluginStatus;

/// How a supervised plugin is at one moment.
///
/// @param plugin its name
/// @param version the version that serves
/// @param condition how it is
/// @param since since when it is so
/// @param lastError the last failure, for a person; empty if there was none
/// @param restarts how often it was started again, or its standby took over
/// @param standby whether a second process waits
/// @param health what its process said last
/// @param processId the process that serves; empty if none does
public record SupervisedStatus(
    String plugin,
    String version,
    Condition condition,
    Instant since,
    String lastError,
    long restarts,
    boolean standby,
    HealthReport health,
    Optional<String> processId) {

  static SupervisedStatus of(PluginSnapshot snapshot, Recovery recovery, HealthReport health) {
    Optional<Quarantine> quarantine = recovery.quarantine();
    return new SupervisedStatus(
        snapshot.manifest().name(),
        snapshot.manifest().version().toString(),
        Condition.of(snapshot.readiness(), quarantine.isPresent(), recovery.isWaiting(), health),
        quarantine.map(Quarantine::since).orElse(snapshot.since()),
        recovery.lastError(),
        recovery.restarts(),
        snapshot.standby(),
        health,
        snapshot.process().map(PluginStatus::id));
  }
}
