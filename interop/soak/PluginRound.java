package soak;

import basics.CalculatorClient;
import basics.MagicCookie;
import basics.PluginException;
import contract.Calculator;
import contract.CalculatorException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.KillTimes;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.UnixSocketConfig;

/// One start and one end of a plugin whose host is this process.
final class PluginRound {
  /// The cookie of the interop runs.
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator"));

  private static final PluginSet CALCULATOR =
      PluginSet.of(
          "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));

  private static final KillTimes IMPATIENT =
      new KillTimes(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofSeconds(5));

  private final Census census;
  private final String mark;
  private final ClientConfig config;

  /// @param number the round's own, by which its process is found
  PluginRound(Census census, Map<String, String> environment, List<String> command, int number) {
    this.census = census;
    this.mark = "COURSE_SOAK_ROUND=" + number;
    ClientConfig.Builder builder = config(command, number);
    environment.forEach(builder::environment);
    this.config =
        builder
            .unixSockets(UnixSocketConfig.DEFAULT.withTempDirectory(census.socketFolder()))
            .build();
  }

  static ClientConfig.Builder config(List<String> command, int number) {
    return ClientConfig.builder(HANDSHAKE, command)
        .plugins(1, CALCULATOR)
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

  /// Calls until the plugin is gone.
  static void use(PluginClient client) {
    try {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      while (calculator.add(1, 1) == 2.0) {
        LockSupport.parkNanos(1_000_000);
      }
    } catch (PluginException | CalculatorException | IllegalStateException gone) {
      // The end of the round, as it should be: the plugin was killed under its user.
    }
  }
}
