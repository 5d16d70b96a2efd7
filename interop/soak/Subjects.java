package soak;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The programs that are started and killed.
///
/// @param javaPlugin command of the plugin in Java
/// @param goPlugin command of the plugin in Go; empty without Go
/// @param host command of a host in Java that starts plugins of the command that follows
/// @param environment variables for all of them
/// @param socketFolder where plugins make their sockets
record Subjects(
    List<String> javaPlugin,
    List<String> goPlugin,
    List<String> host,
    Map<String, String> environment,
    Path socketFolder) {
  Subjects {
    javaPlugin = List.copyOf(javaPlugin);
    goPlugin = List.copyOf(goPlugin);
    host = List.copyOf(host);
    environment = Map.copyOf(environment);
  }

  boolean hasGo() {
    return !goPlugin.isEmpty();
  }
}
