package extensions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a host's configuration in step with its file while the host runs.
///
/// It looks at the file's content again and again, and not at events of the file system: so it does
/// not matter whether the file is rewritten, replaced by a rename, or is a link that points
/// elsewhere now, nor how fine the file system's clock is. A file of a page or two costs nothing to
/// read. A new content counts once two looks in a row have found the same, since a writer may be
/// half-way.
///
/// A bad file changes nothing: the configuration that applied goes on to apply, and listeners are
/// told why. Safe for use by many threads. Whoever starts it closes it.
public final class ConfigWatch implements AutoCloseable {
  /// How often it looks unless one says otherwise.
  public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
  private static final Duration CLOSE_TIME = Duration.ofSeconds(5);

  private final Path file;
  private final Duration interval;
  private final List<ConfigListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile PluginConfig current;
  private volatile @Nullable ConfigException problem;

  // The watching thread's own: what it saw at its last look, and what it acted on.
  private Look last;
  private Look settled;

  private ConfigWatch(Path file, Duration interval) {
    this.file = file;
    this.interval = interval;
    this.last = Look.at(file);
    this.settled = last;
    this.current = last.config(file);
    this.thread = Thread.ofVirtual().name("config-watch").unstarted(this::watch);
  }

  /// Reads the file, and again each half second.
  ///
  /// @throws ConfigException if the file cannot be used now: a host does not start with it
  public static ConfigWatch start(Path file) {
    return start(file, DEFAULT_INTERVAL);
  }

  /// Reads the file, and again and again.
  ///
  /// @param interval the time between two looks, more than zero; a change applies after one or two
  /// @throws ConfigException if the file cannot be used now: a host does not start with it
  public static ConfigWatch start(Path file, Duration interval) {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("interval <= 0: " + interval);
    }
    ConfigWatch watch = new ConfigWatch(file.toAbsolutePath().normalize(), interval);
    watch.thread.start();
    return watch;
  }

  /// What applies now.
  public PluginConfig current() {
    return current;
  }

  /// Why the file as it is now does not apply; empty if it does.
  public Optional<ConfigException> problem() {
    return Optional.ofNullable(problem);
  }

  /// Tells the listener of all changes from now on, until the watch is closed.
  public void listen(ConfigListener listener) {
    listeners.add(listener);
  }

  private void watch() {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      // Only close() interrupts, and then there is nothing more to do.
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Look now = Look.at(file);
    boolean steady = now.same(last);
    last = now;
    if (!steady || now.same(settled)) {
      return;
    }
    settled = now;
    try {
      apply(now.config(file));
    } catch (ConfigException e) {
      problem = e;
      tell(listener -> listener.refused(e));
    }
  }

  private void apply(PluginConfig next) {
    ConfigChange change = ConfigChange.between(current, next);
    problem = null;
    current = next;
    if (!change.isEmpty()) {
      tell(listener -> listener.changed(change));
    }
  }

  private void tell(Consumer<ConfigListener> event) {
    for (ConfigListener listener : listeners) {
      if (closed.getCount() == 0) {
        return;
      }
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("a listener of {} failed", file, e);
      }
    }
  }

  /// Stops watching, and waits until no listener is being told: at most 5 s. A listener may close
  /// its own watch. Calling it again does nothing.
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      if (!thread.join(CLOSE_TIME)) {
        LOG.warn("a listener of {} takes more than {} s", file, CLOSE_TIME.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What one look has found: bytes, or why there are none.
  private static final class Look {
    private final byte[] bytes;
    private final @Nullable ConfigException failure;

    private Look(byte[] bytes, @Nullable ConfigException failure) {
      this.bytes = bytes;
      this.failure = failure;
    }

    static Look at(Path file) {
      try {
        return new Look(ConfigFile.bytes(file), null);
      } catch (ConfigException e) {
        return new Look(new byte[0], e);
      }
    }

    boolean same(Look other) {
      return Arrays.equals(bytes, other.bytes) && reason(failure).equals(reason(other.failure));
    }

    private static String reason(@Nullable ConfigException failure) {
      return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    PluginConfig config(Path file) {
      if (failure != null) {
        throw failure;
      }
      return ConfigReader.read(file, bytes);
    }
  }
}
