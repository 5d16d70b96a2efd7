package monitoring;

import basics.CalculatorService;
import basics.MagicCookie;
import contract.Calculator;
import contract.CalculatorStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lifecycle.HandshakeConfig;
import lifecycle.Parts;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceHealth;
import lifecycle.ServiceSet;

/// A plugin for the tests of this layer, as a process of its own. Its argument is a number that it
/// tells with each answer.
///
/// A calculator only by its contract: `add` is the number, `subtract` takes `left` milliseconds and
/// is the number, `multiply` fails, `divide` tells the health of the service `database`.
final class MonitoredPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "monitoring"));
  static final String DATABASE = "test.Database";

  private MonitoredPlugin() {}

  public static void main(String[] args) {
    int number = Integer.parseInt(args[0]);
    PluginServer.serve(
        ServeConfig.of(
            HANDSHAKE,
            ServiceSet.using(
                "calculator", parts -> new CalculatorService(new Numbered(number, parts)))));
  }

  private record Numbered(int number, Parts parts) implements Calculator {
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
        boolean never = new CountDownLatch(1).await((long) left, TimeUnit.MILLISECONDS);
        return never ? -1 : number;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    @Override
    public double multiply(double left, double right) {
      throw new IllegalStateException("this one does not multiply");
    }

    @Override
    public double divide(double left, double right) {
      parts.find(ServiceHealth.class).orElseThrow().tell(DATABASE, left > 0);
      return number;
    }
  }
}
