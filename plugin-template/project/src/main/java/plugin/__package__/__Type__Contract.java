package plugin.__package__;

/// What the plugin does for a host. Host and plugin share it, and nothing else.
public interface __Type__Contract {
  /// A greeting for that name.
  ///
  /// @param name whom to greet, not blank
  /// @throws IllegalArgumentException if the name is blank
  /// @throws __Type__UnavailableException if the plugin does not answer; only from another process
  String greet(String name);
}
