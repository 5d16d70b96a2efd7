package extensions;

import java.time.Duration;

/// How a swap went.
///
/// @param from the version before
/// @param to the version that serves now
/// @param drained whether all calls of the old process were done before its end; if not, those left
///   have failed
/// @param took from the beginning until the old process was gone
public record SwapReport(
    SemanticVersion from, SemanticVersion to, boolean drained, Duration took) {}
