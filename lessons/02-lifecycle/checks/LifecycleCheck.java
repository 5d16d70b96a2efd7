import static org.assertj.core.api.Assertions.assertThat;

import basics.Network;
import basics.PluginAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lifecycle.ExitStatus;
import lifecycle.Lifecycle;
import lifecycle.PluginState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table in the documentation of `Lifecycle`, pair by pair, then one and many callers.
@Tag("2.1")
@DisplayName("2.1 Lifecycle")
class LifecycleCheck {
  private static final PluginState NEW = new PluginState.New();
  private static final PluginState STARTING = new PluginState.Starting();
  private static final PluginState RUNNING =
      new PluginState.Running(new PluginAddress(Network.UNIX, "/tmp/plugin1"), 1);
  private static final PluginState STOPPING = new PluginState.Stopping();
  private static final PluginState EXITED = new PluginState.Exited(ExitStatus.of(0));
  private static final PluginState FAILED = new PluginState.Failed("no line in time");

  private static final List<PluginState> ALL =
      List.of(NEW, STARTING, RUNNING, STOPPING, EXITED, FAILED);

  /// What the table says: the states that may follow.
  private static List<PluginState> after(PluginState from) {
    return switch (from) {
      case PluginState.New _ -> List.of(STARTING, FAILED);
      case PluginState.Starting _ -> List.of(RUNNING, STOPPING, FAILED);
      case PluginState.Running _ -> List.of(STOPPING, EXITED);
      case PluginState.Stopping _ -> List.of(EXITED, FAILED);
      case PluginState.Exited _, PluginState.Failed _ -> List.of();
    };
  }

  static Stream<Arguments> allPairs() {
    return ALL.stream()
        .flatMap(
            from ->
                ALL.stream()
                    .map(to -> Arguments.of(from.label(), to.label(), from, to, wanted(from, to))));
  }

  private static String wanted(PluginState from, PluginState to) {
    return after(from).contains(to) ? "allowed" : "refused";
  }

  @ParameterizedTest(name = "{0} -> {1} is {4}")
  @MethodSource("allPairs")
  @DisplayName("follows the table")
  void followsTheTable(
      String fromName, String toName, PluginState from, PluginState to, String wanted) {
    assertThat(Lifecycle.allows(from, to))
        .as("the table says: %s -> %s is %s", fromName, toName, wanted)
        .isEqualTo(wanted.equals("allowed"));
  }

  @Test
  @DisplayName("allows by the kind of state, whatever it holds")
  void looksAtTheKindOnly() {
    PluginState otherRunning =
        new PluginState.Running(new PluginAddress(Network.TCP, "127.0.0.1:1234"), 7);
    PluginState otherExited = new PluginState.Exited(ExitStatus.unknown());

    assertThat(Lifecycle.allows(RUNNING, otherRunning))
        .as("running -> running is refused, even with another address")
        .isFalse();
    assertThat(Lifecycle.allows(otherRunning, otherExited))
        .as("running -> exited is allowed, whatever the exit code")
        .isTrue();
  }

  @Test
  @DisplayName("moves through a whole life and tells of each change")
  void movesThroughAWholeLife() {
    Lifecycle lifecycle = new Lifecycle();
    List<Lifecycle.Change> told = new ArrayList<>();
    lifecycle.onChange(told::add);

    for (PluginState next : List.of(STARTING, RUNNING, STOPPING, EXITED)) {
      assertThat(lifecycle.moveTo(next))
          .as("moveTo(%s) takes place: it returns true", next.label())
          .isTrue();
      assertThat(lifecycle.state()).as("the state after moveTo(%s)", next.label()).isEqualTo(next);
    }

    assertThat(told)
        .as("the listener was told of each change once, with the state before and the state now")
        .containsExactly(
            new Lifecycle.Change(NEW, STARTING),
            new Lifecycle.Change(STARTING, RUNNING),
            new Lifecycle.Change(RUNNING, STOPPING),
            new Lifecycle.Change(STOPPING, EXITED));
  }

  @Test
  @DisplayName("a refused change changes nothing and is told to no one")
  void refusesWithoutEffect() {
    Lifecycle lifecycle = at(STARTING, FAILED);
    List<Lifecycle.Change> told = new ArrayList<>();
    lifecycle.onChange(told::add);

    boolean moved = lifecycle.moveTo(RUNNING);

    assertThat(moved).as("failed -> running is refused: moveTo returns false").isFalse();
    assertThat(lifecycle.state()).as("the state after a refused change").isEqualTo(FAILED);
    assertThat(told).as("no listener hears of a change that did not take place").isEmpty();
  }

  @Test
  @DisplayName("tells the listeners in the order in which they came")
  void tellsListenersInOrder() {
    Lifecycle lifecycle = new Lifecycle();
    List<String> told = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      lifecycle.onChange(change -> told.add(name));
    }

    lifecycle.moveTo(STARTING);

    assertThat(told).as("who was told, in order").containsExactly("first", "second", "third");
  }

  @Test
  @DisplayName("tells the listeners when the change has taken place")
  void tellsAfterTheChange() {
    Lifecycle lifecycle = new Lifecycle();
    List<PluginState> seen = new ArrayList<>();
    lifecycle.onChange(change -> seen.add(lifecycle.state()));

    lifecycle.moveTo(STARTING);

    assertThat(seen)
        .as("the state that a listener sees when it is told of new -> starting")
        .containsExactly(STARTING);
  }

  @Test
  @DisplayName("a listener may change the state itself")
  void listenersMayMoveOn() {
    Lifecycle lifecycle = new Lifecycle();
    lifecycle.onChange(
        change -> {
          if (change.to() instanceof PluginState.Starting) {
            lifecycle.moveTo(STOPPING);
          }
        });

    boolean moved = lifecycle.moveTo(STARTING);

    assertThat(moved).as("new -> starting took place").isTrue();
    assertThat(lifecycle.state()).as("the listener has moved on").isEqualTo(STOPPING);
  }

  @Test
  @DisplayName("tells the listeners after the lock is free")
  void tellsOutsideTheLock() {
    Lifecycle lifecycle = new Lifecycle();
    List<CompletableFuture<PluginState>> seen = new CopyOnWriteArrayList<>();
    lifecycle.onChange(
        change -> {
          // Another thread asks for the state while this listener is at work, and must not wait.
          CompletableFuture<PluginState> other = new CompletableFuture<>();
          Thread.startVirtualThread(() -> other.complete(lifecycle.state()));
          seen.add(other.copy().completeOnTimeout(NEW, 2, TimeUnit.SECONDS));
          seen.getLast().join();
        });

    lifecycle.moveTo(STARTING);

    assertThat(seen).as("the listener was told").hasSize(1);
    assertThat(seen.getFirst().join())
        .as("while a listener is at work another thread can read the state: call it after the lock")
        .isEqualTo(STARTING);
  }

  @Test
  @DisplayName("of many callers that stop a running plugin exactly one does")
  void oneOfManyStops() throws Exception {
    assertOneWinner("running -> stopping", at(STARTING, RUNNING), List.of(STOPPING));
  }

  @Test
  @DisplayName("of many callers that see a running plugin exit exactly one tells")
  void oneOfManySeesTheExit() throws Exception {
    assertOneWinner("running -> exited", at(STARTING, RUNNING), List.of(EXITED));
  }

  @Test
  @DisplayName("a start either succeeds or fails, never both")
  void eitherRunsOrFails() throws Exception {
    assertOneWinner(
        "starting -> running, starting -> failed", at(STARTING), List.of(RUNNING, FAILED));
  }

  @Test
  @DisplayName("stop and exit at once: no change goes back, each is told once")
  void stopAndExitAtOnce() throws Exception {
    Race race = Race.run(at(STARTING, RUNNING), List.of(STOPPING, EXITED));

    for (int i = 0; i < race.size(); i++) {
      List<Lifecycle.Change> told = race.told(i);
      assertThat(race.lifecycle(i).state())
          .as("the end of a race between running -> stopping and the exit")
          .isEqualTo(EXITED);
      assertThat(race.winners(i))
          .as("moveTo returns true as often as a listener is told; told were %s", told)
          .isEqualTo(told.size());
      if (told.size() == 1) {
        assertThat(told).containsExactly(new Lifecycle.Change(RUNNING, EXITED));
      } else {
        assertThat(told)
            .as("the exit came after the stop: two changes, each from the state before it")
            .containsExactlyInAnyOrder(
                new Lifecycle.Change(RUNNING, STOPPING), new Lifecycle.Change(STOPPING, EXITED));
      }
    }
  }

  private static void assertOneWinner(String changes, Lifecycle model, List<PluginState> asked)
      throws Exception {
    Race race = Race.run(model, asked);

    for (int i = 0; i < race.size(); i++) {
      assertThat(race.winners(i))
          .as(
              """
              how many of %d threads that ask for %s at once get true \
              (look and change must be one step under the lock)""",
              Race.THREADS, changes)
          .isEqualTo(1);
      assertThat(race.told(i)).as("what the listener was told of %s", changes).hasSize(1);
      assertThat(race.lifecycle(i).state())
          .as("the state after the race is the one that the listener was told")
          .isEqualTo(race.told(i).getFirst().to());
    }
  }

  private static Lifecycle at(PluginState... path) {
    Lifecycle lifecycle = new Lifecycle();
    for (PluginState state : path) {
      lifecycle.moveTo(state);
    }
    return lifecycle;
  }

  /// Threads that run along a row of lifecycles in the same order. Whoever is ahead has more to do
  /// than those behind, so that they meet again and again.
  private static final class Race {
    static final int THREADS = 4;
    private static final int LENGTH = 10_000;

    private final List<Lifecycle> row = new ArrayList<>();
    private final List<List<Lifecycle.Change>> told = new ArrayList<>();
    private final List<AtomicInteger> winners = new ArrayList<>();

    static Race run(Lifecycle model, List<PluginState> asked) throws Exception {
      Race race = new Race();
      for (int i = 0; i < LENGTH; i++) {
        race.add(model.state());
      }
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Void>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          PluginState next = asked.get(thread % asked.size());
          runs.add(threads.submit(() -> race.runAlong(start, next)));
        }
        for (Future<Void> run : runs) {
          assertThat(run)
              .as("the race ends: no thread waits")
              .succeedsWithin(Duration.ofSeconds(8));
        }
        return race;
      } finally {
        threads.shutdownNow();
      }
    }

    private void add(PluginState from) {
      Lifecycle lifecycle =
          from instanceof PluginState.Running ? at(STARTING, RUNNING) : at(STARTING);
      List<Lifecycle.Change> changes = new CopyOnWriteArrayList<>();
      lifecycle.onChange(changes::add);
      row.add(lifecycle);
      told.add(changes);
      winners.add(new AtomicInteger());
    }

    private Void runAlong(CyclicBarrier start, PluginState next) throws Exception {
      start.await(5, TimeUnit.SECONDS);
      for (int i = 0; i < LENGTH; i++) {
        if (row.get(i).moveTo(next)) {
          winners.get(i).incrementAndGet();
        }
      }
      return null;
    }

    int size() {
      return row.size();
    }

    Lifecycle lifecycle(int index) {
      return row.get(index);
    }

    List<Lifecycle.Change> told(int index) {
      return told.get(index);
    }

    int winners(int index) {
      return winners.get(index).get();
    }
  }
}
