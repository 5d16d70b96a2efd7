package lifecycle;

import java.util.Map;

/// Takes note of what happens between a host and its plugins, step by step.
///
/// Whoever implements it makes it safe for use by many threads, and never throws nor waits: it is
/// called in the midst of the host's work.
@FunctionalInterface
public interface Trace {
  /// Takes note of nothing.
  Trace NONE = (process, kind, details) -> {};

  /// Something has just happened.
  ///
  /// @param process where it happened: `host`, or a plugin's name
  /// @param kind what kind of thing it is, one of [TraceKind]'s or one's own
  /// @param details what is worth to know of it, by name; a text, number or boolean keeps its type,
  ///   a collection becomes a list, any other value its `toString`
  void record(String process, String kind, Map<String, ?> details);
}
