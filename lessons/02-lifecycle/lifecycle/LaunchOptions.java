package lifecycle;

import java.util.Optional;

/// How a host launches a plugin, besides the command. Immutable.
///
/// @param runner launches in the host's own way, such as in a container; empty for a plain process
/// @param sockets where Unix sockets lie and who may use them
/// @param ports the ports of a plugin that listens on TCP
/// @param hostEnvironment whether the plugin gets the host's environment (go-plugin: not
///   `SkipHostEnv`)
public record LaunchOptions(
    Optional<RunnerFactory> runner,
    UnixSocketConfig sockets,
    PortRange ports,
    boolean hostEnvironment) {
  /// A plain process with the host's environment.
  public static final LaunchOptions DEFAULT =
      new LaunchOptions(Optional.empty(), UnixSocketConfig.DEFAULT, PortRange.DEFAULT, true);

  LaunchOptions withRunner(RunnerFactory factory) {
    return new LaunchOptions(Optional.of(factory), sockets, ports, hostEnvironment);
  }

  LaunchOptions withSockets(UnixSocketConfig config) {
    return new LaunchOptions(runner, config, ports, hostEnvironment);
  }

  LaunchOptions withPorts(PortRange range) {
    return new LaunchOptions(runner, sockets, range, hostEnvironment);
  }

  LaunchOptions withoutHostEnvironment() {
    return new LaunchOptions(runner, sockets, ports, false);
  }
}
