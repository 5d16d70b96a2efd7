package security;

import extensions.GrpcBroker;
import io.grpc.Channel;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import lifecycle.DispenseContext;

/// A host's secrets for its plugins, and the way in which they get there: not by the environment or
/// the command line, which other processes can read and which every process that a plugin starts
/// inherits; not by a file, which stays. They go over the connection.
///
/// ```java
/// try (SecretVault vault = new SecretVault(denialListener)) {
///   vault.put("weather", "api-key", Secret.of(console.readPassword("key: ")));
///   PluginSet plugins = ... .and(
///       "secrets", SecretHandover.class, context -> vault.handover("weather", context));
///   registry = PluginRegistry.builder(catalog, configs)
///       .prepare((manifest, client) -> client.dispense("secrets", SecretHandover.class).run())
///       ...
/// ```
///
/// The plugin has a [SecretInbox]. The connection is protected by mutual TLS, or nothing is handed
/// over.
///
/// Why a token, and not the secret in the first message? A request goes through interceptors,
/// traces, retries and other people's logs, and stays there. The token that stands in it was worth
/// something for a moment, to one process. The secret itself crosses once, in the answer of a
/// server that exists for this one exchange. And a theft shows: two cannot use one token, and the
/// second one is told to the [DenialListener]. Where plugins share certificates of one authority,
/// TLS says "one of ours"; the token says which one, and of which start.
///
/// Safe for use by many threads. Close it: that zeroes the secrets.
public final class SecretVault implements AutoCloseable {
  private final DenialListener listener;
  private final InstantSource clock;
  private final SecretTokens tokens;

  /// By plugin, then by name.
  private final Map<String, Map<String, Secret>> secrets = new LinkedHashMap<>();

  /// An empty vault.
  ///
  /// @param listener is told of each token that was worth nothing, and of each exchange without
  ///   mutual TLS
  public SecretVault(DenialListener listener) {
    this(listener, InstantSource.system(), System::nanoTime);
  }

  SecretVault(DenialListener listener, InstantSource clock, LongSupplier nanoTime) {
    this.listener = listener;
    this.clock = clock;
    this.tokens = new SecretTokens(nanoTime);
  }

  /// Keeps a secret for that plugin, in the place of one of the same name, which is closed. A
  /// process that runs keeps what it has got.
  ///
  /// @param plugin the plugin's name
  /// @param name what plugin and host call the secret, such as `api-key`; not blank
  /// @param secret the vault's from now on
  /// @throws IllegalArgumentException if the name is blank
  public synchronized void put(String plugin, String name, Secret secret) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a secret needs a name: plugin \"" + plugin + "\"");
    }
    Secret before = secrets.computeIfAbsent(plugin, key -> new LinkedHashMap<>()).put(name, secret);
    if (before != null && !before.equals(secret)) {
      before.close();
    }
  }

  /// What hands all secrets of that plugin to the process that is being dispensed from.
  ///
  /// @param plugin the plugin's name
  /// @throws extensions.BrokerException if the host's connector has no broker
  public SecretHandover handover(String plugin, DispenseContext context) {
    return handover(plugin, context.channel(), GrpcBroker.of(context));
  }

  /// The same over a channel and a broker of one connection.
  ///
  /// @param channel to the plugin's process
  /// @param broker of the same connection
  public SecretHandover handover(String plugin, Channel channel, GrpcBroker broker) {
    return new SecretHandover(this, plugin, channel, broker);
  }

  synchronized List<String> names(String plugin) {
    return List.copyOf(secrets.getOrDefault(plugin, Map.of()).keySet());
  }

  /// A copy; empty if the vault was closed meanwhile.
  synchronized Optional<byte[]> bytes(String plugin, String name) {
    return Optional.ofNullable(secrets.getOrDefault(plugin, Map.of()).get(name)).map(Secret::bytes);
  }

  SecretTokens tokens() {
    return tokens;
  }

  /// Tells the listener, and what the plugin is told.
  String deny(String plugin, String allowed, String remedy) {
    String method = SecretExchangeService.METHOD;
    return new Denial(clock.instant(), plugin, method, new Need.Callback(method), allowed, remedy)
        .tell(listener);
  }

  /// Zeroes all secrets. Tokens that are under way are worth nothing from now on.
  @Override
  public synchronized void close() {
    secrets.values().forEach(ofPlugin -> ofPlugin.values().forEach(Secret::close));
    secrets.clear();
  }
}
