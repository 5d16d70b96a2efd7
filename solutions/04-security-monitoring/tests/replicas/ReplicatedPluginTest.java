package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real etcd, real replicas, real kills.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplicatedPluginTest {
  @TempDir Path folder;

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Machines.assertNothingIsLeft();
  }

  /// Callers that add without a pause until they are closed.
  private static final class Load implements AutoCloseable {
    private static final int CALLERS = 8;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean ended = new AtomicBoolean();
    final AtomicInteger answers = new AtomicInteger();
    final Queue<CalculatorException> failures = new ConcurrentLinkedQueue<>();

    Load(Calculator calculator) {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(() -> call(calculator));
      }
    }

    private void call(Calculator calculator) {
      while (!ended.get()) {
        try {
          calculator.add(0, 0);
          answers.incrementAndGet();
        } catch (CalculatorException e) {
          failures.add(e);
        }
      }
    }

    void awaitMore(int count) {
      int goal = answers.get() + count;
      await("answers under load")
          .atMost(Duration.ofSeconds(30))
          .until(() -> answers.get() >= goal || !failures.isEmpty());
    }

    @Override
    public void close() {
      ended.set(true);
      callers.close();
    }
  }

  @Test
  void aReplicaKilledUnderLoadCostsNoIdempotentCall() throws Exception {
    try (Machines machines = new Machines(folder)) {
      Process first = machines.replica("a", 1);
      machines.replica("b", 2);
      machines.replica("c", 3);
      machines.awaitRegistered("a", "b", "c");
      ReplicatedPlugin host = machines.host();
      Calculator calculator = Machines.calculator(host);
      Machines.awaitAnswering(calculator, 1, 2, 3);
      try (Load load = new Load(calculator)) {
        load.awaitMore(300);
        first.destroyForcibly();
        load.awaitMore(300);

        machines.awaitRegistered("b", "c");
        Machines.awaitAnswering(calculator, 2, 3);
        machines.replica("d", 4);
        Machines.awaitAnswering(calculator, 2, 3, 4);
        load.awaitMore(100);
        assertThat(load.failures).as("failed idempotent calls").isEmpty();
      }
      assertThat(host.replicas()).extracting(Replica::id).containsExactly("b", "c", "d");
    }
  }

  @Test
  void anotherCallFailsAtOnceWhenItsReplicaDies() throws Exception {
    try (Machines machines = new Machines(folder)) {
      Process only = machines.replica("a", 1);
      machines.awaitRegistered("a");
      Calculator calculator = Machines.calculator(machines.host());
      Machines.awaitAnswering(calculator, 1);
      CompletableFuture<Double> product =
          CompletableFuture.supplyAsync(() -> calculator.multiply(1, 13));
      assertThatThrownBy(() -> product.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      only.destroyForcibly();

      assertThatThrownBy(() -> product.get(3, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("UNAVAILABLE");
      assertThatThrownBy(() -> calculator.multiply(1, 2))
          .isInstanceOf(CalculatorUnavailableException.class);
    }
  }

  @Test
  void oneThatEndsInOrderCostsNoCallAtAll() throws Exception {
    try (Machines machines = new Machines(folder)) {
      Process first = machines.replica("a", 1);
      machines.replica("b", 2);
      machines.awaitRegistered("a", "b");
      Calculator calculator = Machines.calculator(machines.host());
      Machines.awaitAnswering(calculator, 1, 2);
      AtomicInteger products = new AtomicInteger();

      first.destroy();

      await("the replica ends and no call fails")
          .atMost(Duration.ofSeconds(15))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                calculator.multiply(1, products.get() % 10);
                products.incrementAndGet();
                return !first.isAlive();
              });
      machines.awaitRegistered("b");
      assertThat(products.get()).isPositive();
    }
  }

  @Test
  void withoutEtcdTheKnownReplicasServeOn() throws Exception {
    try (Machines machines = new Machines(folder)) {
      Process first = machines.replica("a", 1);
      machines.replica("b", 2);
      machines.awaitRegistered("a", "b");
      Calculator calculator = Machines.calculator(machines.host());
      Machines.awaitAnswering(calculator, 1, 2);

      machines.etcd.stop();
      machines.replica("c", 3);
      assertThat(Machines.answering(calculator)).containsExactly(1, 2);
      first.destroyForcibly();
      try (Load load = new Load(calculator)) {
        load.awaitMore(300);
        assertThat(load.failures).as("failed idempotent calls").isEmpty();
      }

      machines.etcd.startAgain();
      machines.awaitRegistered("b", "c");
      Machines.awaitAnswering(calculator, 2, 3);
    }
  }

  @Test
  void anEtcdThatForgotEverythingLearnsTheReplicasAgain() throws Exception {
    try (Machines machines = new Machines(folder)) {
      machines.replica("a", 1);
      machines.awaitRegistered("a");
      Calculator calculator = Machines.calculator(machines.host());
      Machines.awaitAnswering(calculator, 1);
      try (Load load = new Load(calculator)) {
        machines.etcd.stop();
        machines.etcd.forget();
        machines.etcd.startAgain();
        machines.awaitRegistered("a");
        load.awaitMore(100);
        assertThat(load.failures).as("a connection that is good stays").isEmpty();
      }
    }
  }

  @Test
  void aHostWithoutEtcdOrReplicasSaysSo() throws Exception {
    try (Machines machines = new Machines(folder)) {
      Calculator none = Machines.calculator(machines.host());
      assertThatThrownBy(() -> none.multiply(1, 2))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("no replica is registered");
      machines.etcd.stop();
      Calculator unknown = Machines.calculator(machines.host());
      assertThatThrownBy(() -> unknown.multiply(1, 2))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("etcd at 127.0.0.1:");
    }
  }
}
