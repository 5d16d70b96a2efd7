package lifecycle;

import basics.HandshakeLine;
import basics.LineReader;
import io.grpc.netty.NettyChannelBuilder;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a host starts and uses one plugin (go-plugin: `ClientConfig`). Immutable.
///
/// @param command the executable and its arguments; empty only with a runner that knows what to run
/// @param handshake what host and plugin agree on
/// @param plugins what the host can use, by version of the application's protocol; at least one
/// @param environment variables for the plugin; they win over the host's own
/// @param workingDirectory where the plugin runs; empty for the host's own
/// @param allowedProtocols `grpc`, `netrpc`: what the host accepts in field 5
/// @param secure the checksum that the executable must have; empty for none
/// @param security how host and plugin prove to each other who they are
/// @param connector how the host connects, and what it offers over the connection
/// @param dialer the host's own settings of its connections: limits, interceptors
/// @param launch how the plugin is launched: runner, sockets, ports, environment
/// @param startTimeout how long to wait for the handshake line
/// @param killTimes how long each rung of the kill ladder may take
/// @param logger takes the plugin's log lines
/// @param logLineLimitBytes longer lines of the plugin's stderr are logged in pieces
/// @param stderr takes what the plugin's process writes to its stderr, unchanged
/// @param stderrLines takes lines of the plugin's stderr that are not for the log
/// @param syncStdout takes what the plugin writes to its stdout while it serves
/// @param syncStderr takes what the plugin writes to its stderr while it serves
/// @param trace records what happens
public record ClientConfig(
    List<String> command,
    HandshakeConfig handshake,
    TreeMap<Integer, PluginSet> plugins,
    Map<String, String> environment,
    Optional<Path> workingDirectory,
    Set<String> allowedProtocols,
    Optional<SecureConfig> secure,
    HostSecurity security,
    HostConnector connector,
    Consumer<NettyChannelBuilder> dialer,
    LaunchOptions launch,
    Duration startTimeout,
    KillTimes killTimes,
    Logger logger,
    int logLineLimitBytes,
    OutputStream stderr,
    StderrLines stderrLines,
    OutputStream syncStdout,
    OutputStream syncStderr,
    Trace trace) {
  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if the command or the plugins are empty, or the timeout is
  ///   not more than zero
  public ClientConfig {
    command = List.copyOf(command);
    plugins = new TreeMap<>(plugins);
    environment = Map.copyOf(environment);
    allowedProtocols = Set.copyOf(allowedProtocols);
    if (command.isEmpty() && launch.runner().isEmpty()) {
      throw new IllegalArgumentException("the command is empty, and there is no runner");
    }
    if (command.isEmpty() && secure.isPresent()) {
      throw new IllegalArgumentException("a checksum, but no command: it has nothing to check");
    }
    if (plugins.isEmpty()) {
      throw new IllegalArgumentException("no plugins: call Builder.plugins at least once");
    }
    if (!startTimeout.isPositive()) {
      throw new IllegalArgumentException("startTimeout <= 0: " + startTimeout);
    }
  }

  /// A copy, so that no one changes this one's plugins.
  @Override
  public TreeMap<Integer, PluginSet> plugins() {
    return new TreeMap<>(plugins);
  }

  /// The same configuration with that runner, for who wraps the one that is set, such as a check
  /// before the launch.
  public ClientConfig withRunner(RunnerFactory factory) {
    return new ClientConfig(
        command,
        handshake,
        plugins,
        environment,
        workingDirectory,
        allowedProtocols,
        secure,
        security,
        connector,
        dialer,
        launch.withRunner(factory),
        startTimeout,
        killTimes,
        logger,
        logLineLimitBytes,
        stderr,
        stderrLines,
        syncStdout,
        syncStderr,
        trace);
  }

  /// The same configuration with that trace, such as [Trace#forPlugin] of the one that is set.
  public ClientConfig withTrace(Trace recorder) {
    return new ClientConfig(
        command,
        handshake,
        plugins,
        environment,
        workingDirectory,
        allowedProtocols,
        secure,
        security,
        connector,
        dialer,
        launch,
        startTimeout,
        killTimes,
        logger,
        logLineLimitBytes,
        stderr,
        stderrLines,
        syncStdout,
        syncStderr,
        recorder);
  }

  /// A builder with all defaults, for a plugin that [Builder#runner] launches without a command.
  public static Builder builder(HandshakeConfig handshake) {
    return new Builder(handshake, List.of());
  }

  /// A builder with all defaults.
  public static Builder builder(HandshakeConfig handshake, List<String> command) {
    return new Builder(handshake, command);
  }

  /// Makes a [ClientConfig]. Not safe for use by many threads.
  public static final class Builder {
    private final HandshakeConfig handshake;
    private final List<String> command;
    private final TreeMap<Integer, PluginSet> plugins = new TreeMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Path> workingDirectory = Optional.empty();
    private Set<String> allowedProtocols = Set.of(HandshakeLine.GRPC);
    private Optional<SecureConfig> secure = Optional.empty();
    private HostSecurity security = HostSecurity.NONE;
    private HostConnector connector = HostConnector.DIRECT;
    private Consumer<NettyChannelBuilder> dialer = builder -> {};
    private LaunchOptions launch = LaunchOptions.DEFAULT;
    private Duration startTimeout = Duration.ofMinutes(1);
    private KillTimes killTimes = KillTimes.DEFAULT;
    private Logger logger = LoggerFactory.getLogger("plugin");
    private int logLineLimitBytes = LineReader.DEFAULT_LIMIT_BYTES;
    private OutputStream stderr = OutputStream.nullOutputStream();
    private StderrLines stderrLines = StderrLines.NONE;
    private OutputStream syncStdout = OutputStream.nullOutputStream();
    private OutputStream syncStderr = OutputStream.nullOutputStream();
    private Trace trace = TraceRecorder.ofProcess();

    private Builder(HandshakeConfig handshake, List<String> command) {
      this.handshake = handshake;
      this.command = command;
    }

    /// The plugins of [HandshakeConfig#protocolVersion].
    public Builder plugins(PluginSet set) {
      return plugins(handshake.protocolVersion(), set);
    }

    /// The plugins of one version of the application's protocol.
    public Builder plugins(int appProtocolVersion, PluginSet set) {
      plugins.put(appProtocolVersion, set);
      return this;
    }

    /// A variable for the plugin. It wins over the host's own of the same name.
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /// Where the plugin runs. Default: the host's own directory.
    public Builder workingDirectory(Path directory) {
      workingDirectory = Optional.of(directory);
      return this;
    }

    /// What is accepted in field 5 of the line. Default: `grpc` alone.
    public Builder allowedProtocols(Set<String> protocols) {
      allowedProtocols = protocols;
      return this;
    }

    /// The checksum that the executable must have. Default: none is asked for.
    public Builder secure(SecureConfig config) {
      secure = Optional.of(config);
      return this;
    }

    /// How host and plugin prove to each other who they are. Default: not at all.
    public Builder security(HostSecurity transport) {
      security = transport;
      return this;
    }

    /// How the host connects, and what it offers over the connection. Default: one connection and
    /// nothing else.
    public Builder connector(HostConnector way) {
      connector = way;
      return this;
    }

    /// Settings of the host's connections with the plugin, such as limits and interceptors, applied
    /// last (go-plugin: `GRPCDialOptions`). Default: none.
    public Builder dialer(Consumer<NettyChannelBuilder> settings) {
      dialer = settings;
      return this;
    }

    /// Launches the plugin in the host's own way, such as in a container (go-plugin: `RunnerFunc`).
    /// Default: a plain process of this machine.
    public Builder runner(RunnerFactory factory) {
      launch = launch.withRunner(factory);
      return this;
    }

    /// Where Unix sockets lie and who may use them. Default: [UnixSocketConfig#DEFAULT].
    public Builder unixSockets(UnixSocketConfig config) {
      launch = launch.withSockets(config);
      return this;
    }

    /// The ports that a plugin on TCP may use. Default: 10000 to 25000, as in go-plugin.
    ///
    /// @param min the first port to try, 0 to 65535; 0 and 0 let the system choose
    /// @param max the last port to try, not below `min`
    /// @throws IllegalArgumentException if that is no range of ports
    public Builder ports(int min, int max) {
      launch = launch.withPorts(new PortRange(min, max));
      return this;
    }

    /// Keeps the host's environment from the plugin: it gets [#environment] and the protocol's own
    /// variables alone (go-plugin: `SkipHostEnv`). Default: it gets the host's, too.
    public Builder skipHostEnvironment() {
      launch = launch.withoutHostEnvironment();
      return this;
    }

    /// How long to wait for the handshake line, and before it for a [#runner] to launch the plugin.
    /// Default: one minute, as in go-plugin.
    public Builder startTimeout(Duration timeout) {
      startTimeout = timeout;
      return this;
    }

    /// How long each rung of the kill ladder may take. Default: [KillTimes#DEFAULT].
    public Builder killTimes(KillTimes times) {
      killTimes = times;
      return this;
    }

    /// Takes the plugin's log lines. Default: the logger named `plugin`.
    public Builder logger(Logger target) {
      logger = target;
      return this;
    }

    /// The longest log line in one piece, in bytes. Default: 64 KiB.
    public Builder logLineLimitBytes(int limit) {
      logLineLimitBytes = limit;
      return this;
    }

    /// Takes what the process writes to its stderr, unchanged. Default: no one.
    public Builder stderr(OutputStream stream) {
      stderr = stream;
      return this;
    }

    /// Takes lines of the process's stderr before the log does. Default: no one.
    public Builder stderrLines(StderrLines taker) {
      stderrLines = taker;
      return this;
    }

    /// Takes what the plugin writes to its stdout while it serves. Default: no one.
    public Builder syncStdout(OutputStream stream) {
      syncStdout = stream;
      return this;
    }

    /// Takes what the plugin writes to its stderr while it serves. Default: no one.
    public Builder syncStderr(OutputStream stream) {
      syncStderr = stream;
      return this;
    }

    /// Records what happens. Default: [TraceRecorder#ofProcess], which is no one unless the
    /// environment asks for it.
    public Builder trace(Trace recorder) {
      trace = recorder;
      return this;
    }

    /// The configuration.
    ///
    /// @throws IllegalArgumentException if there is no command or no plugin
    public ClientConfig build() {
      return new ClientConfig(
          command,
          handshake,
          plugins,
          environment,
          workingDirectory,
          allowedProtocols,
          secure,
          security,
          connector,
          dialer,
          launch,
          startTimeout,
          killTimes,
          logger,
          logLineLimitBytes,
          stderr,
          stderrLines,
          syncStdout,
          syncStderr,
          trace);
    }
  }
}
