package replicas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows etcd and knows where the replicas of one plugin are.
///
/// Without etcd, what was known stays known. Changes are told as they come, and all keys are read
/// anew twice a minute: a connection that died without a word hides nothing for longer. Safe for
/// use by many threads.
final class ReplicaDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaDirectory.class);
  private static final Duration WATCH_LIMIT = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final EtcdClient etcd;
  private final String plugin;
  private final ReplicaTable table;
  private final ScheduledExecutorService timer;
  private final Thread follower;

  private final Object lock = new Object();
  private final List<Consumer<View>> listeners = new ArrayList<>();
  private View view = new View(List.of(), Optional.empty(), /* known= */ false);
  private boolean closed;
  private volatile boolean watchIsOld;

  /// What is known.
  ///
  /// @param replicas those that a host can use
  /// @param trouble why nothing newer is known; empty while etcd answers
  /// @param known false until etcd has answered once
  record View(List<Replica> replicas, Optional<String> trouble, boolean known) {}

  private ReplicaDirectory(EtcdClient etcd, String plugin, int version) {
    this.etcd = etcd;
    this.plugin = plugin;
    this.table = new ReplicaTable(plugin, version);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replicas-timer").factory());
    this.follower = Thread.ofVirtual().name("replicas-" + plugin).unstarted(this::follow);
  }

  /// Begins to follow.
  ///
  /// @param etcd closed with the directory
  /// @param version the version of the application's protocol that the host speaks
  static ReplicaDirectory open(EtcdClient etcd, String plugin, int version) {
    ReplicaDirectory directory = new ReplicaDirectory(etcd, plugin, version);
    directory.follower.start();
    return directory;
  }

  /// What is known now.
  View view() {
    synchronized (lock) {
      return view;
    }
  }

  /// Tells what is known now, if anything is, and each change from then on. Changes come in order.
  ///
  /// @param listener returns soon
  /// @return ends it
  Runnable subscribe(Consumer<View> listener) {
    synchronized (lock) {
      listeners.add(listener);
      if (view.known() || view.trouble().isPresent()) {
        listener.accept(view);
      }
    }
    return () -> {
      synchronized (lock) {
        listeners.remove(listener);
      }
    };
  }

  private void follow() {
    Duration pause = FIRST_PAUSE;
    while (!isClosed()) {
      try {
        EtcdClient.Snapshot snapshot = etcd.list(Replica.prefix(plugin));
        table.replace(snapshot.values());
        publish();
        pause = FIRST_PAUSE;
        watch(snapshot.revision());
      } catch (RuntimeException e) {
        // Whatever it is: a host that follows no longer would not notice for hours.
        complain(e instanceof EtcdException ? String.valueOf(e.getMessage()) : e.toString());
        await(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  /// Takes changes until the watch breaks, or is old.
  private void watch(long revision) {
    watchIsOld = false;
    try (EtcdWatch watch = etcd.watch(Replica.prefix(plugin), revision)) {
      ScheduledFuture<?> end =
          timer.schedule(() -> endOld(watch), WATCH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      try {
        while (!isClosed()) {
          watch.next().forEach(table::apply);
          publish();
        }
      } finally {
        end.cancel(false);
      }
    } catch (EtcdException e) {
      if (!watchIsOld) {
        throw e;
      }
    }
  }

  private void endOld(EtcdWatch watch) {
    watchIsOld = true;
    watch.close();
  }

  private void publish() {
    show(new View(table.replicas(), Optional.empty(), /* known= */ true));
  }

  private void complain(String trouble) {
    View before = view();
    if (before.trouble().isEmpty() && !isClosed()) {
      LOG.warn(
          "{}: etcd cannot be followed, the {} replicas known stay in use: {}",
          plugin,
          before.replicas().size(),
          trouble);
    }
    show(new View(before.replicas(), Optional.of(trouble), before.known()));
  }

  private void show(View next) {
    synchronized (lock) {
      if (next.equals(view) || closed) {
        return;
      }
      view = next;
      List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /// Not all hosts ask a restarted etcd at the same moment.
  private void await(Duration pause) {
    long millis = pause.toMillis();
    long deadline =
        System.nanoTime()
            + TimeUnit.MILLISECONDS.toNanos(
                ThreadLocalRandom.current().nextLong(millis / 2, millis));
    synchronized (lock) {
      long left = deadline - System.nanoTime();
      while (!closed && left > 0) {
        try {
          TimeUnit.NANOSECONDS.timedWait(lock, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = deadline - System.nanoTime();
      }
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      listeners.clear();
      lock.notifyAll();
    }
    timer.shutdownNow();
    etcd.close();
  }
}
