package extensions;

import basics.CalculatorClient;
import contract.BulkCalculator;
import contract.Calculator;
import io.grpc.Channel;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;

/// A [BulkPlugin] that runs, and its host's clients. Closing it kills the plugin.
final class BulkProcess implements AutoCloseable {
  private final PluginClient client;
  private final Calculator calculator;

  private BulkProcess(PluginClient client) {
    this.client = client;
    this.calculator = client.dispense("calculator", Calculator.class);
    calculator.initialize();
  }

  /// @param mode the plugin's argument
  static BulkProcess start(String mode) {
    PluginSet plugins =
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
    return new BulkProcess(
        PluginClient.of(
            ClientConfig.builder(BulkPlugin.HANDSHAKE, command(mode))
                .plugins(plugins)
                .startTimeout(Duration.ofSeconds(30))
                .build()));
  }

  private static List<String> command(String mode) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx64m",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)),
        BulkPlugin.class.getName(),
        mode);
  }

  Channel channel() {
    return client.channel();
  }

  /// One at a time.
  Calculator calculator() {
    return calculator;
  }

  BulkCalculator bulk(BulkLimits limits) {
    return new BulkCalculatorClient(client.channel(), limits);
  }

  BulkCalculator bulk() {
    return bulk(BulkLimits.DEFAULT);
  }

  /// How many operations the plugin has calculated so far.
  long calls() {
    return calculator.status().calls();
  }

  /// Stops the plugin's process at once, as a crash would.
  void crash() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    client.close();
  }
}
