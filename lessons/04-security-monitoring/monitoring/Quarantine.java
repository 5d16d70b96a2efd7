package monitoring;

import java.time.Instant;

/// A plugin that is not started any more, until a person releases it or its manifest changes.
///
/// @param reason for a person
/// @param since since when
public record Quarantine(String reason, Instant since) {}
