package extensions;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.MagicCookie;
import contract.Calculator;
import contract.CalculatorStatus;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for tests, as a process of its own. Its argument says what it offers: `fast`, `slow`
/// (an addition takes [#SLOW]), or `plain`, without bulk calculations.
final class BulkPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "bulk"));
  static final Duration SLOW = Duration.ofMillis(20);

  private BulkPlugin() {}

  public static void main(String[] args) {
    Calculator calculator =
        args[0].equals("slow") ? new Slow(new CalculatorImpl()) : new CalculatorImpl();
    ServiceSet services = ServiceSet.of("calculator", () -> new CalculatorService(calculator));
    if (!args[0].equals("plain")) {
      services = services.and("bulk", () -> new BulkCalculatorService(calculator));
    }
    PluginServer.serve(ServeConfig.of(HANDSHAKE, services));
  }

  /// Slow additions; a division by 13 fails in a way that no contract names.
  private record Slow(Calculator calculator) implements Calculator {
    @Override
    public void initialize() {
      calculator.initialize();
    }

    @Override
    public void shutdown() {
      calculator.shutdown();
    }

    @Override
    public CalculatorStatus status() {
      return calculator.status();
    }

    @Override
    public double add(double left, double right) {
      long until = System.nanoTime() + SLOW.toNanos();
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
      return calculator.add(left, right);
    }

    @Override
    public double subtract(double left, double right) {
      return calculator.subtract(left, right);
    }

    @Override
    public double multiply(double left, double right) {
      return calculator.multiply(left, right);
    }

    @Override
    public double divide(double left, double right) {
      if (right == 13) {
        throw new IllegalStateException("superstitious");
      }
      return calculator.divide(left, right);
    }
  }
}
