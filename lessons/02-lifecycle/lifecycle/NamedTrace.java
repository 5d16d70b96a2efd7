package lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;

/// A trace of one plugin among several.
///
/// @param trace takes the events
/// @param name the plugin's name
record NamedTrace(Trace trace, String name) implements Trace {
  /// How a plugin is called in the trace of a host that has one only.
  static final String ANY = "plugin";

  @Override
  public void record(String process, String kind, Map<String, ?> details) {
    if (process.equals(ANY)) {
      trace.record(name, kind, details);
      return;
    }
    Map<String, Object> named = new LinkedHashMap<>(details);
    named.putIfAbsent("plugin", name);
    trace.record(process, kind, named);
  }

  @Override
  public int payloadBytes() {
    return trace.payloadBytes();
  }
}
