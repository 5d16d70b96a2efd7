package lifecycle;

import basics.MagicCookie;
import io.grpc.BindableService;
import io.grpc.Channel;
import java.util.function.Supplier;

/// A host and a plugin in one program, for the tests of those who write plugins (go-plugin:
/// `TestGRPCConn`, `TestPluginGRPCConn`).
///
/// Between the two is a real socket, and all of the protocol: negotiation, limits, security,
/// broker. Only the process is missing.
///
/// ```java
/// try (TestPair pair = TestPair.of(ServiceSet.of("greeter", GreeterService::new))) {
///   GreeterGrpc.newBlockingStub(pair.channel()).greet(request);
/// }
/// ```
///
/// Safe for use by many threads. Close it: that ends both.
public final class TestPair implements AutoCloseable {
  private static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PAIR", "in-process"));

  private final PluginClient client;

  private TestPair(PluginClient client) {
    this.client = client;
  }

  /// A pair of one service, for stubs over [#channel].
  ///
  /// @throws basics.PluginException if the two do not come together
  public static TestPair of(Supplier<? extends BindableService> service) {
    return of(ServiceSet.of("service", service));
  }

  /// A pair for stubs over [#channel].
  ///
  /// @throws basics.PluginException if the two do not come together
  public static TestPair of(ServiceSet services) {
    PluginSet channel = PluginSet.of("channel", Channel.class, DispenseContext::channel);
    return of(services, channel);
  }

  /// A pair for clients from [#dispense].
  ///
  /// @throws basics.PluginException if the two do not come together
  public static TestPair of(ServiceSet services, PluginSet plugins) {
    return of(
        ServeConfig.of(HANDSHAKE, services), ClientConfig.builder(HANDSHAKE).plugins(plugins));
  }

  /// A pair with settings of one's own on both sides: versions, listener, security, connector,
  /// limits, interceptors.
  ///
  /// @param plugin the plugin's side
  /// @param host the host's side; its command, if there is one, is not started
  /// @throws basics.PluginException if the two do not come together
  public static TestPair of(ServeConfig plugin, ClientConfig.Builder host) {
    PluginClient client = PluginClient.of(host.runner(InProcessRunner.of(plugin)).build());
    client.start();
    return new TestPair(client);
  }

  /// The host's way to the plugin's services.
  public Channel channel() {
    return client.channel();
  }

  /// A client from the host's [PluginSet].
  ///
  /// @throws UnknownPluginException if the set has no such plugin
  public <T> T dispense(String name, Class<T> type) {
    return client.dispense(name, type);
  }

  /// The host's handle on the plugin.
  public PluginClient client() {
    return client;
  }

  /// Ends both. Takes at most a few seconds. Calling it again does nothing.
  @Override
  public void close() {
    client.kill();
  }
}
