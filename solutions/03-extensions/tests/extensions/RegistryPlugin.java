package extensions;

import basics.CalculatorClient;
import basics.CalculatorService;
import basics.MagicCookie;
import contract.Calculator;
import contract.CalculatorStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for the registry's tests, as a process of its own. Arguments: a number that it tells
/// with each answer, and, if it is to wait before it serves, the file that it waits for.
///
/// A calculator only by its contract: `add` is the number, `subtract` takes `left` milliseconds and
/// is the number, `multiply` fails.
final class RegistryPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "registry"));

  private RegistryPlugin() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length > 1) {
      awaitFile(Path.of(args[1]));
    }
    int number = Integer.parseInt(args[0]);
    PluginServer.serve(
        ServeConfig.of(
            HANDSHAKE,
            ServiceSet.of("calculator", () -> new CalculatorService(new Numbered(number)))));
  }

  private static void awaitFile(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      pause(Duration.ofMillis(20));
    }
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    if (never) {
      throw new IllegalStateException("no one counts down");
    }
  }

  /// A client of it, with time enough for slow calls.
  static Calculator client(PluginHandle handle) {
    return handle.client(channel -> new CalculatorClient(channel, Duration.ofSeconds(30)));
  }

  private record Numbered(int number) implements Calculator {
    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}

    @Override
    public CalculatorStatus status() {
      return new CalculatorStatus(true, Duration.ZERO, 0, 0);
    }

    @Override
    public double add(double left, double right) {
      return number;
    }

    @Override
    public double subtract(double left, double right) {
      try {
        pause(Duration.ofMillis((long) left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return number;
    }

    @Override
    public double multiply(double left, double right) {
      throw new IllegalStateException("this one does not multiply");
    }

    @Override
    public double divide(double left, double right) {
      return number;
    }
  }
}
