package prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs steps side by side and reports them in their order.
final class Proof {
  private final ProofLog log;
  private final int threads;

  Proof(ProofLog log, int threads) {
    this.log = log;
    this.threads = threads;
  }

  void run(List<Step> steps) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Timed>> running = new ArrayList<>();
      for (Step step : steps) {
        running.add(executor.submit(() -> timed(step)));
      }
      for (int i = 0; i < steps.size(); i++) {
        Timed timed = result(running.get(i));
        log.step(steps.get(i), timed.outcome, timed.time);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static Timed timed(Step step) throws InterruptedException {
    long start = System.nanoTime();
    Outcome outcome = outcome(step);
    return new Timed(outcome, Duration.ofNanos(System.nanoTime() - start));
  }

  /// Whatever goes wrong in a step is a failure of that step, and the others go on.
  private static Outcome outcome(Step step) throws InterruptedException {
    try {
      return step.work().run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Outcome.of("could not be proved", List.of(String.valueOf(e)));
    }
  }

  private static Timed result(Future<Timed> running) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      return new Timed(
          Outcome.of("could not be proved", List.of(String.valueOf(e.getCause()))), Duration.ZERO);
    }
  }

  private record Timed(Outcome outcome, Duration time) {}
}
