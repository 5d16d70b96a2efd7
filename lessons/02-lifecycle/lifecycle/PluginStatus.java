package lifecycle;

import java.time.Duration;

/// How a plugin is, seen from its host, at one moment.
///
/// @param id the process's id; empty before the start
/// @param state where it is in its life
/// @param uptime since it became usable; zero before, and the whole life after its end
/// @param calls calls that the host has made
/// @param errors how many of them failed: `0 <= errors <= calls`
public record PluginStatus(
    String id, PluginState state, Duration uptime, long calls, long errors) {}
