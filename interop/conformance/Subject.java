package conformance;

import basics.MagicCookie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The plugin that is examined.
///
/// @param command the executable and its arguments
/// @param cookie what the plugin wants to see in its environment
/// @param versions the versions of the application's protocol that the plugin is said to have;
///   empty if no one has said
/// @param timeout how long the plugin may take to print its line, and to answer a call
record Subject(
    List<String> command, MagicCookie cookie, SortedSet<Integer> versions, Duration timeout) {
  static final String VERSIONS = "PLUGIN_PROTOCOL_VERSIONS";
  static final int MIN_PORT = 20_000;
  static final int MAX_PORT = 20_999;

  /// What a host of everything offers.
  private static final String ALL_VERSIONS =
      IntStream.rangeClosed(1, 99).mapToObj(String::valueOf).collect(Collectors.joining(","));

  Subject {
    command = List.copyOf(command);
    versions = new TreeSet<>(versions);
  }

  /// Starts the plugin as a host would.
  Trial start() throws IOException {
    return start(environment -> {});
  }

  /// Starts the plugin with another environment.
  ///
  /// @param change changes what a host would give
  Trial start(Consumer<Map<String, String>> change) throws IOException {
    return Trial.start(
        command,
        environment -> {
          giveTo(environment);
          change.accept(environment);
        });
  }

  /// The environment that a host gives: its own, without what its own host told it, and the
  /// protocol's.
  void giveTo(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PLUGIN_"));
    environment.put(cookie.key(), cookie.value());
    environment.put(VERSIONS, ALL_VERSIONS);
    environment.put("PLUGIN_MIN_PORT", String.valueOf(MIN_PORT));
    environment.put("PLUGIN_MAX_PORT", String.valueOf(MAX_PORT));
  }
}
