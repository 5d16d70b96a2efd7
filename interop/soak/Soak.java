package soak;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Starts plugins and kills them, or their host, at random moments.
final class Soak {
  /// Rounds at once: enough to keep two processors busy.
  private static final int WORKERS = 4;

  /// One round in four takes the Java plugin if there is a Go plugin, which starts in no time.
  private static final int JAVA_EVERY = 4;

  private static final int HOST_ROUND_EVERY = 12;
  private static final int PLUGINS_OF_A_HOST = 3;
  private static final Duration JAVA_MOMENT = Duration.ofMillis(2_500);
  private static final Duration GO_MOMENT = Duration.ofMillis(200);

  /// The JVM keeps an idle thread of its own for half a minute.
  private static final Duration SETTLE = Duration.ofSeconds(40);

  private final Subjects subjects;
  private final Census census;
  private final long seed;
  private final Tally tally = new Tally();
  private final AtomicInteger numbers = new AtomicInteger();

  Soak(Subjects subjects, Census census, long seed) {
    this.subjects = subjects;
    this.census = census;
    this.seed = seed;
  }

  /// Runs until that many plugins were started, or the time is up.
  ///
  /// @param progress told the number of starts, now and then
  Figures run(int starts, Duration limit, IntConsumer progress)
      throws IOException, InterruptedException {
    warmUp();
    Map<String, Integer> descriptors = Census.descriptors();
    int threads = Census.threads();
    long begin = System.nanoTime();
    long end = begin + limit.toNanos();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<? extends Future<?>> running =
          IntStream.range(0, WORKERS)
              .mapToObj(worker -> workers.submit(() -> work(worker, starts, end)))
              .toList();
      for (Future<?> worker : running) {
        await(worker, progress);
      }
    }
    settle(count(descriptors), threads, SETTLE);
    return new Figures(
        starts,
        tally,
        Duration.ofNanos(System.nanoTime() - begin),
        census.running().size(),
        census.zombies().size(),
        census.leftFiles(),
        census.emptyFolders().size(),
        descriptors,
        Census.descriptors(),
        threads,
        Census.threads());
  }

  /// What the first starts load stays for good: it must not count as a leak.
  private void warmUp() throws IOException, InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<? extends Future<?>> running =
          Stream.concat(Ending.OF_A_PLUGIN.stream(), Ending.OF_A_PLUGIN.stream())
              .map(ending -> workers.submit(() -> round(ending, true, JAVA_MOMENT)))
              .toList();
      for (Future<?> worker : running) {
        await(worker, _ -> {});
      }
    }
    settle(0, 0, Duration.ofSeconds(3));
  }

  private void await(Future<?> worker, IntConsumer progress) throws InterruptedException {
    while (worker.state() == Future.State.RUNNING) {
      progress.accept(tally.starts());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a round broke", e.getCause());
    }
  }

  private Void work(int worker, int starts, long end) throws IOException, InterruptedException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + worker);
    for (int round = 0; tally.starts() < starts && System.nanoTime() < end; round++) {
      if (round % HOST_ROUND_EVERY == worker) {
        hostRound(Math.min(PLUGINS_OF_A_HOST, starts - tally.starts()), random);
      } else {
        boolean go = subjects.hasGo() && random.nextInt(JAVA_EVERY) != 0;
        Duration latest = go ? GO_MOMENT : JAVA_MOMENT;
        Ending ending = Ending.OF_A_PLUGIN.get(random.nextInt(Ending.OF_A_PLUGIN.size()));
        tally.add(ending, go, 1, round(ending, !go, moment(latest, random)));
      }
    }
    return null;
  }

  private String round(Ending ending, boolean java, Duration moment)
      throws IOException, InterruptedException {
    List<String> command = java ? subjects.javaPlugin() : subjects.goPlugin();
    return new PluginRound(census, subjects.environment(), command, numbers.incrementAndGet())
        .run(ending, moment);
  }

  private void hostRound(int plugins, RandomGenerator random)
      throws IOException, InterruptedException {
    Duration moment = moment(JAVA_MOMENT.multipliedBy(2), random);
    String problem =
        new HostRound(census, subjects, numbers.incrementAndGet()).run(plugins, moment);
    tally.add(Ending.HOST_SIGKILL, /* go= */ false, plugins, problem);
  }

  private static Duration moment(Duration latest, RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(latest.toNanos()));
  }

  private static int count(Map<String, Integer> descriptors) {
    return descriptors.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Threads and descriptors of the last rounds take a moment to go.
  private void settle(int descriptors, int threads, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end
        && (count(Census.descriptors()) > descriptors
            || Census.threads() > threads
            || !census.running().isEmpty()
            || !census.leftFiles().isEmpty())) {
      System.gc();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }
}
