package monitoring;

/// A span, and the process that it is of.
///
/// @param service `host`, or the plugin's name as the host knows it, whatever the plugin says
/// @param processId the process's id as the host knows it
/// @param span what happened there
public record TracedSpan(String service, String processId, FinishedSpan span) {}
