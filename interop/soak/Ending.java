package soak;

import java.util.List;

/// How a plugin, or its host, comes to its end.
enum Ending {
  /// The host kills it: the ladder from its first rung.
  KILL("kill by the host"),
  /// The plugin gets SIGKILL from outside.
  PLUGIN_SIGKILL("kill -9 of the plugin"),
  /// The plugin gets SIGTERM from outside.
  PLUGIN_SIGTERM("kill -15 of the plugin"),
  /// The plugin is stopped and cannot answer; then the host kills it.
  PLUGIN_STOPPED("kill -STOP, then kill"),
  /// The host gets SIGKILL: nobody can kill its plugins.
  HOST_SIGKILL("kill -9 of the host");

  /// Those that leave the host alone.
  static final List<Ending> OF_A_PLUGIN =
      List.of(KILL, PLUGIN_SIGKILL, PLUGIN_SIGTERM, PLUGIN_STOPPED);

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
