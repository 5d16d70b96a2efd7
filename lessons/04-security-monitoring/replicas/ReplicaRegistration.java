package replicas;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one replica's key in etcd for as long as the replica lives.
///
/// The key hangs on a lease, which is renewed three times in its life. When the replica dies, no
/// one renews it, and the key is gone when the lease ends. While etcd is away it goes on to try.
/// Safe for use by many threads.
public final class ReplicaRegistration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaRegistration.class);
  private static final int BEATS_IN_A_LIFE = 3;
  private static final long NO_LEASE = 0;

  private final Leases leases;
  private final String key;
  private final String value;
  private final Duration life;
  private final ScheduledExecutorService timer;

  /// The lease that the key hangs on, or [#NO_LEASE].
  private long lease = NO_LEASE;

  private boolean inTrouble;
  private boolean closed;

  /// A registration that does nothing by itself: someone calls [#beat], or [#start].
  ///
  /// @param leases where the key is kept
  /// @param key the replica's key, such as `/plugins/calculator/a`
  /// @param value what hosts read there
  /// @param life how long the key stays without a renewal, a second or more
  public ReplicaRegistration(Leases leases, String key, String value, Duration life) {
    this.leases = leases;
    this.key = key;
    this.value = value;
    this.life = life;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replica-lease").factory());
  }

  /// Registers now, and stays registered until it is closed.
  void start() {
    timer.scheduleWithFixedDelay(
        this::beatOrComplain, 0, life.toMillis() / BEATS_IN_A_LIFE, TimeUnit.MILLISECONDS);
  }

  private void beatOrComplain() {
    try {
      long before = lease();
      beat();
      told(/* trouble= */ false);
      if (lease() != before) {
        LOG.info("{}: registered", key);
      }
    } catch (EtcdException e) {
      if (told(/* trouble= */ true)) {
        LOG.warn("{}: not renewed, the replica serves on and tries again: {}", key, e.getMessage());
      }
    } catch (RuntimeException e) {
      // An error that ended the timer would end the replica's life, unseen.
      LOG.error("{}: not renewed: {}", key, e.toString(), e);
    }
  }

  private synchronized long lease() {
    return lease;
  }

  private synchronized boolean told(boolean trouble) {
    boolean news = trouble != inTrouble;
    inTrouble = trouble;
    return news;
  }

  /// Renews the lease; without one, or if etcd knows it no more, sets the key with a new one.
  ///
  /// Exercise 4.10. If etcd cannot be reached ([EtcdException]) the lease is kept: it may be alive,
  /// and its key with it. A new lease counts only when its key is set. One that is alive is renewed
  /// and nothing else: a lease for each beat would pile up in etcd. After [#close] nothing is set
  /// any more.
  ///
  /// @throws EtcdException if etcd cannot be reached or refuses; the next beat tries again
  @Exercise("4.10")
  public synchronized void beat() {
    throw new ExerciseNotDone("4.10");
  }

  /// Removes the key, if etcd can be reached. Calling it again does nothing.
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (lease == NO_LEASE) {
        return;
      }
      try {
        leases.revoke(lease);
      } catch (EtcdException e) {
        LOG.warn("{}: stays until its lease ends: {}", key, e.getMessage());
      }
    }
  }
}
