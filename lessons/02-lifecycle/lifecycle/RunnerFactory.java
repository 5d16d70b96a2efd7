package lifecycle;

import java.io.IOException;
import java.nio.file.Path;

/// A host's own way to launch plugins, such as in a container (go-plugin:
/// `ClientConfig.RunnerFunc`). [ProcessRunner#start] is the common way.
@FunctionalInterface
public interface RunnerFactory {
  /// Launches a plugin. It may return before the plugin runs: its handshake line is awaited.
  ///
  /// Called on a virtual thread. It may take [ClientConfig#startTimeout] at most, and the handshake
  /// line as long again: the start fails then, and what is returned later is ended.
  ///
  /// @param plan what to run, and its environment
  /// @param socketDirectory a private directory for the sockets of host and plugin, which the
  ///   plugin must be able to reach; it stands in the environment as `PLUGIN_UNIX_SOCKET_DIR`, and
  ///   the host removes it after the plugin's end
  /// @return the launched plugin; the host ends it
  /// @throws IOException if it cannot be launched; nothing of it is left
  LaunchedRunner launch(LaunchPlan plan, Path socketDirectory) throws IOException;
}
