package basics;

import io.grpc.netty.NettyServerBuilder;
import java.util.Map;
import java.util.function.Consumer;

/// A way for a plugin to open its door: [UnixListener] or [TcpListener], or [EnvironmentListener],
/// which makes one of them as the host wants it.
public interface PluginListener {
  /// Binds a new socket. Whoever connects waits until it serves.
  ///
  /// @return the socket; the caller closes it
  /// @throws PluginTransportException if the socket cannot be bound
  BoundSocket bind();

  /// Listens and serves.
  ///
  /// @param services adds the services, interceptors and limits of the server
  /// @return the running server; the caller closes it
  /// @throws PluginTransportException if the socket cannot be bound
  default ListeningServer listen(Consumer<NettyServerBuilder> services) {
    return bind().serve(services);
  }

  /// This way, as a plugin with that environment goes it: itself, unless it follows the
  /// environment.
  ///
  /// @param environment the plugin's environment, in which its host says where to listen
  /// @throws PluginTransportException if the environment asks for what cannot be
  default PluginListener in(Map<String, String> environment) {
    return this;
  }
}
