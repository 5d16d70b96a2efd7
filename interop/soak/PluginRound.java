package soak;

import basics.CalculatorClient;
import basics.MagicCookie;
import basics.PluginException;
import contract.Calculator;
import contract.CalculatorException;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.HostConnector;
import lifecycle.KillTimes;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.UnixSocketConfig;
import security.AutoMtls;

/// One start and one end of a plugin whose host is this process.
final class PluginRound {
  /// The cookie of the interop runs.
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator"));

  /// A certificate takes a JVM a quarter of a second.
  private static final int AUTO_MTLS_EVERY = 5;

  private static final PluginSet PLUGINS =
      PluginSet.of(
              "calculator", Calculator.class, context -> new CalculatorClient(context.channel()))
          .and("context", DispenseContext.class, context -> context);

  private static final KillTimes IMPATIENT =
      new KillTimes(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofSeconds(5));

  private final Census census;
  private final String mark;
  private final ClientConfig config;

  /// @param number the round's own, by which its process is found
  PluginRound(Census census, Map<String, String> environment, List<String> command, int number) {
    this.census = census;
    this.mark = "COURSE_SOAK_ROUND=" + number;
    ClientConfig.Builder builder = config(command, number).connector(connector(number));
    if (number % AUTO_MTLS_EVERY == 0) {
      builder.security(AutoMtls.host());
    }
    environment.forEach(builder::environment);
    this.config =
        builder
            .unixSockets(UnixSocketConfig.DEFAULT.withTempDirectory(census.socketFolder()))
            .build();
  }

  private static HostConnector connector(int number) {
    return number % 2 == 0 ? BrokerConnector.direct() : BrokerConnector.multiplexed();
  }

  static ClientConfig.Builder config(List<String> command, int number) {
    return ClientConfig.builder(HANDSHAKE, command)
        .plugins(1, PLUGINS)
        .startTimeout(Duration.ofSeconds(30))
        .killTimes(IMPATIENT)
        .environment("COURSE_SOAK_ROUND", String.valueOf(number));
  }

  /// Starts the plugin, uses it, and ends it after `moment`, whatever it is at by then.
  ///
  /// @return what went wrong; empty if the process is gone
  String run(Ending ending, Duration moment) throws IOException, InterruptedException {
    PluginClient client = PluginClient.of(config);
    Thread user = Thread.ofVirtual().start(() -> use(client));
    LockSupport.parkNanos(moment.toNanos());
    for (long pid : census.running(mark)) {
      switch (ending) {
        case PLUGIN_SIGKILL -> Signals.send("KILL", pid);
        case PLUGIN_SIGTERM -> Signals.send("TERM", pid);
        case PLUGIN_STOPPED -> Signals.send("STOP", pid);
        case KILL, HOST_SIGKILL -> {
          // The host's own kill comes in any case.
        }
      }
    }
    client.close();
    user.join(Duration.ofSeconds(20));
    if (user.isAlive()) {
      return "a call hangs after " + ending.text();
    }
    List<Long> left = census.running(mark);
    return left.isEmpty() ? "" : "process %s runs on after %s".formatted(left, ending.text());
  }

  /// Opens a side connection, where there is a broker, and leaves it open: its socket must go with
  /// the plugin.
  private static void serveBack(DispenseContext context) {
    if (context.parts().find(GrpcBroker.class).isPresent()) {
      GrpcBroker broker = GrpcBroker.of(context);
      var _ = broker.acceptAndServe(broker.nextId(), builder -> {});
    }
  }

  /// Calls until the plugin is gone.
  static void use(PluginClient client) {
    try {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      serveBack(client.dispense("context", DispenseContext.class));
      calculator.initialize();
      while (calculator.add(1, 1) == 2.0) {
        LockSupport.parkNanos(1_000_000);
      }
    } catch (PluginException | CalculatorException | IllegalStateException gone) {
      // The end of the round, as it should be: the plugin was killed under its user.
    }
  }
}
