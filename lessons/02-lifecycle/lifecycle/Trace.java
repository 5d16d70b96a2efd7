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

  /// How many bytes of the messages of a call are wanted, in each direction; 0 for none. They may
  /// hold secrets: a recorder asks for them only if it was told to.
  default int payloadBytes() {
    return 0;
  }

  /// The same trace for one of several plugins: what happens in `plugin` happens in that one, and
  /// what the host does with it says so in the detail `plugin`.
  ///
  /// @param name the plugin's name in the trace
  default Trace forPlugin(String name) {
    return equals(NONE) ? NONE : new NamedTrace(this, name);
  }
}
