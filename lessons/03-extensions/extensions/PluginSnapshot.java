package extensions;

import java.time.Instant;
import java.util.Optional;
import lifecycle.PluginStatus;

/// How a registered plugin is at one moment.
///
/// @param manifest what it says of itself; its version is the one that serves
/// @param readiness whether it can be used
/// @param since since when it is so
/// @param callsInFlight calls that its process is working on
/// @param process how the process is; empty if none serves
/// @param standby whether a second process waits to take its place
public record PluginSnapshot(
    PluginManifest manifest,
    PluginReadiness readiness,
    Instant since,
    int callsInFlight,
    Optional<PluginStatus> process,
    boolean standby) {}
