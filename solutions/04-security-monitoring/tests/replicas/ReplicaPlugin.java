package replicas;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import contract.Calculator;
import contract.CalculatorStatus;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import lifecycle.ServiceSet;
import security.TlsConfig;
import security.TlsIdentity;

/// One replica of a calculator, as a process of its own: `etcd id number folder identity`. It ends
/// with SIGTERM.
///
/// Its sums are too large by its number, so that tests see who answered. A product with 13 never
/// comes.
final class ReplicaPlugin {
  private ReplicaPlugin() {}

  public static void main(String[] args) throws InterruptedException {
    Logging.toStderr();
    Path folder = Path.of(args[3]);
    TlsIdentity own =
        TlsIdentity.ofPem(folder.resolve(args[4] + ".pem"), folder.resolve(args[4] + ".key"));
    Calculator calculator = new Numbered(Integer.parseInt(args[2]));
    ReplicaServer replica =
        ReplicaServer.start(
            new ReplicaConfig(
                "calculator",
                args[1],
                /* version= */ 1,
                ServiceSet.of("calculator", () -> new CalculatorService(calculator)),
                new InetSocketAddress("127.0.0.1", 0),
                Optional.empty(),
                List.of(URI.create(args[0])),
                TlsConfig.of(own).trusting(folder.resolve("ca.pem")),
                Duration.ofSeconds(3)));
    Runtime.getRuntime().addShutdownHook(new Thread(replica::close));
    replica.awaitClosed();
  }

  private static final class Numbered implements Calculator {
    private final Calculator calculator = new CalculatorImpl();
    private final int number;

    Numbered(int number) {
      this.number = number;
      calculator.initialize();
    }

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
      return calculator.add(left, right) + number;
    }

    @Override
    public double subtract(double left, double right) {
      return calculator.subtract(left, right);
    }

    @Override
    public double multiply(double left, double right) {
      if (right == 13) {
        hang();
      }
      return calculator.multiply(left, right);
    }

    @Override
    public double divide(double left, double right) {
      return calculator.divide(left, right);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
