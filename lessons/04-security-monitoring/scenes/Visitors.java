package scenes;

import contract.CalculatorException;
import contract.ScientificCalculator;
import contract.WebFetchException;
import contract.WebFetcher;
import extensions.ScientificClient;
import extensions.WebFetcherClient;
import java.time.Duration;
import monitoring.Supervisor;

/// Someone who uses the plugins now and then, so that there is something to see.
public final class Visitors implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Thread thread;

  private Visitors(Thread thread) {
    this.thread = thread;
  }

  /// Begins.
  ///
  /// @param url what the network plugin is asked for
  public static Visitors of(Supervisor supervisor, String url) {
    ScientificCalculator calculator = supervisor.client("calculator", ScientificClient::new);
    WebFetcher web = supervisor.client("network", WebFetcherClient::new);
    return new Visitors(Thread.startVirtualThread(() -> visit(calculator, web, url)));
  }

  private static void visit(ScientificCalculator calculator, WebFetcher web, String url) {
    try {
      for (int round = 1; ; round++) {
        once(calculator, web, url, round);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // That is how it ends.
      Thread.currentThread().interrupt();
    }
  }

  private static void once(ScientificCalculator calculator, WebFetcher web, String url, int round) {
    try {
      double sum = calculator.add(round, 1);
      // Each fiftieth is an error: the root of a negative number.
      double root = calculator.sqrt(round % 50 == 0 ? -sum : sum);
      if (round % 5 == 0 && root > 0) {
        String ignored = Errands.fetch(web, url);
      }
    } catch (CalculatorException | WebFetchException e) {
      // The page shows it.
      return;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
