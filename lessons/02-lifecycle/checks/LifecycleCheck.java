import static org.assertj.core.api.Assertions.assertThat;

import basics.Network;
import basics.PluginAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
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

  @ParameterizedTest(name = "{0} -> {1} is {4}", quoteTextArguments = false)
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
  @DisplayName("of callers that stop a running plugin at once exactly one does")
  void oneCallerStops() {
    assertOneWinner("running -> stopping", RUNNING, List.of(STOPPING));
  }

  @Test
  @DisplayName("of callers that see a running plugin exit at once exactly one tells")
  void oneCallerSeesTheExit() {
    assertOneWinner("running -> exited", RUNNING, List.of(EXITED));
  }

  @Test
  @DisplayName("a start either succeeds or fails, never both")
  void eitherRunsOrFails() {
    assertOneWinner("starting -> running, starting -> failed", STARTING, List.of(RUNNING, FAILED));
  }

  @Test
  @DisplayName("stop and exit at once: no change goes back, each is told once")
  void stopAndExitAtOnce() {
    Race.repeat(
        RUNNING,
        List.of(STOPPING, EXITED),
        (lifecycle, told, winners) -> {
          assertThat(lifecycle.state())
              .as("the end of a race between running -> stopping and the exit")
              .isEqualTo(EXITED);
          assertThat(winners)
              .as("moveTo returns true as often as a listener is told; told were %s", told)
              .isEqualTo(told.size());
          assertThat(told)
              .as("each change is told once, with the state before it")
              .isSubsetOf(
                  new Lifecycle.Change(RUNNING, EXITED),
                  new Lifecycle.Change(RUNNING, STOPPING),
                  new Lifecycle.Change(STOPPING, EXITED))
              .filteredOn(change -> change.from().equals(RUNNING))
              .hasSize(1);
        });
  }

  private static void assertOneWinner(String changes, PluginState from, List<PluginState> asked) {
    Race.repeat(
        from,
        asked,
        (lifecycle, told, winners) -> {
          assertThat(winners)
              .as(
                  """
                  how many of two threads get true that ask for %s at the same moment \
                  (look and change must be one step under the lock)\
                  """,
                  changes)
              .isEqualTo(1);
          assertThat(told).as("what the listener was told of %s", changes).hasSize(1);
          assertThat(lifecycle.state())
              .as("the state after the race is the one that the listener was told")
              .isEqualTo(told.getFirst().to());
        });
  }

  private static Lifecycle at(PluginState... path) {
    Lifecycle lifecycle = new Lifecycle();
    for (PluginState state : path) {
      lifecycle.moveTo(state);
    }
    return lifecycle;
  }

  /// What must hold for each lifecycle after a race.
  private interface Rule {
    void holds(Lifecycle lifecycle, List<Lifecycle.Change> told, int winners);
  }

  /// Two threads that run along a row of lifecycles. This thread holds up now the one, now the
  /// other, by looking at its stack: if it stands between look and change, the other one overtakes.
  private static final class Race {
    private static final int LENGTH = 1_000;
    private static final long NANOS = 250_000_000;

    private final List<Lifecycle> row = new ArrayList<>();
    private final List<List<Lifecycle.Change>> told = new ArrayList<>();
    private final AtomicIntegerArray winners = new AtomicIntegerArray(LENGTH);

    private Race(PluginState from) {
      for (int i = 0; i < LENGTH; i++) {
        Lifecycle lifecycle = from.equals(RUNNING) ? at(STARTING, RUNNING) : at(STARTING);
        List<Lifecycle.Change> changes = Collections.synchronizedList(new ArrayList<>(2));
        lifecycle.onChange(changes::add);
        row.add(lifecycle);
        told.add(changes);
      }
    }

    /// Runs race after race for a quarter of a second.
    static void repeat(PluginState from, List<PluginState> asked, Rule rule) {
      long end = System.nanoTime() + NANOS;
      do {
        Race race = new Race(from);
        race.run(asked);
        for (int i = 0; i < LENGTH; i++) {
          rule.holds(race.row.get(i), race.told.get(i), race.winners.get(i));
        }
      } while (System.nanoTime() < end);
    }

    private void run(List<PluginState> asked) {
      CyclicBarrier start = new CyclicBarrier(2);
      Thread first = Thread.ofPlatform().start(() -> runAlong(start, asked.getFirst()));
      Thread second = Thread.ofPlatform().start(() -> runAlong(start, asked.getLast()));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
      while ((first.isAlive() || second.isAlive()) && System.nanoTime() < end) {
        first.getStackTrace();
        second.getStackTrace();
      }
      boolean hang = first.isAlive() || second.isAlive();
      first.interrupt();
      second.interrupt();
      assertThat(hang).as("moveTo does not return: a thread waits for ever").isFalse();
    }

    private void runAlong(CyclicBarrier start, PluginState next) {
      try {
        start.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        return;
      }
      for (int i = 0; i < LENGTH; i++) {
        if (row.get(i).moveTo(next)) {
          winners.incrementAndGet(i);
        }
      }
    }
  }
}
