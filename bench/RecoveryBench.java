//JAVA 25+
//SOURCES ../solutions/04-security-monitoring/MonitoringDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/monitoring/*.java
//RUNTIME_OPTIONS -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED

import basics.CalculatorClient;
import basics.Logging;
import basics.MagicCookie;
import basics.PluginProgram;
import contract.Calculator;
import contract.CalculatorException;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import extensions.SemanticVersion;
import io.grpc.Channel;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.KillTimes;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import monitoring.Condition;
import monitoring.RestartBudget;
import monitoring.RestartPolicy;
import monitoring.RetryPolicy;
import monitoring.SupervisedStatus;
import monitoring.Supervisor;
import org.slf4j.event.Level;

/// Kills a plugin under load (kill -9), again and again, and measures how long it takes until a
/// caller gets a good answer: without a standby, with a plugin that starts from an AOT cache, and
/// with a standby. Then it counts how often a plugin that always crashes is started. Run it from
/// the repository's root:
///
/// ./jbang bench/RecoveryBench.java [number of kills, default 50]
static final int CALLERS = 8;

static final Duration LIMIT = Duration.ofMinutes(2);
static final String ADD = "course.calculator.v1.Calculator/Add";

void main(String[] args) throws IOException, InterruptedException {
  Logging.to("System.err", Level.ERROR, "%level %message%n");
  int kills = args.length == 0 ? 50 : Integer.parseInt(args[0]);
  List<String> command =
      PluginProgram.compile(Path.of("solutions/02-lifecycle/Plugin.java")).command();
  say(
      "%s, %s %s, %d processors, load %.1f before, JDK %s%n",
      LocalDate.now(ZoneOffset.UTC),
      System.getProperty("os.name"),
      System.getProperty("os.arch"),
      Runtime.getRuntime().availableProcessors(),
      ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
      Runtime.version());
  Path folder = Files.createTempDirectory("recovery");
  try {
    List<String> cached = withAotCache(command, folder.resolve("plugin.aot"));
    Recoveries cold = measure(command, Set.of(), kills);
    Recoveries trained = measure(cached, Set.of(), kills);
    Recoveries standby = measure(command, Set.of("calculator"), kills);
    say("| kill -9 under load, to the next good answer | median ms | worst ms | failed calls |");
    say("|---|---|---|---|");
    cold.print("without standby, %d kills".formatted(kills));
    trained.print("the same with an AOT cache, %d kills".formatted(kills));
    standby.print("with standby, %d kills".formatted(kills));
  } finally {
    Files.deleteIfExists(folder.resolve("plugin.aot"));
    Files.delete(folder);
  }
  countStarts();
}

/// The same plugin with a cache of its loaded and linked classes (JEP 483 and 514), which one run
/// of it writes at its end.
List<String> withAotCache(List<String> command, Path cache) {
  // The JVM takes seconds to write it: the plugin must not be killed for that.
  KillTimes patient =
      new KillTimes(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(5));
  ClientConfig training =
      configured(withOption(command, "-XX:AOTCacheOutput=" + cache)).killTimes(patient).build();
  try (PluginClient client = PluginClient.of(training)) {
    client.start();
    Calculator calculator =
        new CalculatorClient(client.dispense("calculator", Channel.class), LIMIT);
    calculator.initialize();
    calculator.add(20, 22);
  }
  if (!Files.exists(cache)) {
    throw new IllegalStateException("the JVM has written no AOT cache: " + cache);
  }
  return withOption(command, "-XX:AOTCache=" + cache);
}

/// `-Xshare` and an AOT cache exclude each other.
List<String> withOption(List<String> command, String option) {
  List<String> changed = new ArrayList<>(command);
  changed.removeIf(word -> word.startsWith("-Xshare:"));
  changed.add(1, option);
  return changed;
}

ClientConfig config(PluginManifest manifest) {
  return configured(manifest.command()).build();
}

ClientConfig.Builder configured(List<String> command) {
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
  return ClientConfig.builder(new HandshakeConfig(1, cookie), command)
      .plugins(PluginSet.of("calculator", Channel.class, DispenseContext::channel));
}

PluginManifest manifest(List<String> command) {
  return new PluginManifest(
      Path.of("calculator", PluginManifest.FILE_NAME),
      "calculator",
      "calculator",
      SemanticVersion.parse("1.0.0").orElseThrow(),
      "",
      Set.of("arithmetic"),
      command,
      Set.of());
}

Supervisor.Builder supervisor(List<String> command, int restarts) {
  RestartPolicy usual = RestartPolicy.DEFAULT;
  return Supervisor.builder(PluginCatalog.of(List.of(manifest(command))), this::config)
      .restarts(
          new RestartPolicy(
              usual.backoff(),
              restarts,
              usual.window(),
              // Each kill is meant as the first one of a plugin that ran well.
              Duration.ofMillis(1),
              usual.manifestPoll()));
}

/// How long each recovery took, in nanoseconds, and how many calls failed.
record Recoveries(List<Long> nanos, int failed) {
  void print(String what) {
    List<Long> sorted = nanos.stream().sorted().toList();
    IO.println(
        "| %s | %.1f | %.1f | %d |"
            .formatted(
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.getLast() / 1e6,
                failed));
  }
}

Recoveries measure(List<String> command, Set<String> standby, int kills)
    throws InterruptedException {
  try (Supervisor supervisor =
      supervisor(command, kills + 1)
          .standby(standby)
          // A calculator is of use only after this call, and a new process has one call behind it.
          .registry(
              registry ->
                  registry.probe(
                      (manifest, channel) -> new CalculatorClient(channel, LIMIT).initialize()))
          .retries(RetryPolicy.DEFAULT.with(Set.of(ADD)))
          .open()) {
    supervisor.registry().startAll(LIMIT);
    Calculator calculator =
        supervisor.client("calculator", channel -> new CalculatorClient(channel, LIMIT));
    Load load = Load.on(calculator);
    // Both sides' code gets its time to be compiled.
    load.awaitGood(20_000, LIMIT);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      awaitCalm(supervisor, !standby.isEmpty());
      nanos.add(recovery(supervisor, calculator));
    }
    load.stop();
    return new Recoveries(nanos, load.failed.get());
  }
}

/// Until the plugin serves, and its standby waits if it is to have one.
void awaitCalm(Supervisor supervisor, boolean standby) throws InterruptedException {
  long start = System.nanoTime();
  while (System.nanoTime() - start < LIMIT.toNanos()) {
    SupervisedStatus status = supervisor.statuses().getFirst();
    if (status.condition() == Condition.READY && status.standby() == standby) {
      // Long enough to count as recovered, and for the calls to be in full flow again.
      Thread.sleep(200);
      return;
    }
    Thread.sleep(5);
  }
  throw new IllegalStateException("the plugin does not come back: " + supervisor.statuses());
}

/// From the kill to the good answer of a call that begins as soon as the process's end is seen. An
/// answer of a call that began before may be the old process's.
long recovery(Supervisor supervisor, Calculator calculator) {
  String id = supervisor.statuses().getFirst().processId().orElseThrow();
  ProcessHandle process = ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  long start = System.nanoTime();
  process.destroyForcibly();
  process.onExit().join();
  if (calculator.add(20, 22) != 42) {
    throw new IllegalStateException("a wrong answer");
  }
  return System.nanoTime() - start;
}

void countStarts() throws InterruptedException {
  AtomicInteger starts = new AtomicInteger();
  long start = System.nanoTime();
  try (Supervisor supervisor =
      Supervisor.builder(
              PluginCatalog.of(List.of(manifest(List.of("/bin/sh", "-c", "exit 3")))),
              manifest -> {
                starts.incrementAndGet();
                return config(manifest);
              })
          .open()) {
    supervisor.registry().plugin("calculator").start();
    while (supervisor.statuses().getFirst().condition() != Condition.QUARANTINED) {
      Thread.sleep(5);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    say(
        "%nA plugin that crashes at every start: %d starts in %d ms, then quarantine.",
        starts.get(), millis);
  }
  // The same for a day: who crashes each half second asks for so many restarts.
  RestartBudget budget = new RestartBudget(3, Duration.ofHours(1));
  int taken = 0;
  int asked = 0;
  Instant end = Instant.EPOCH.plus(Duration.ofDays(1));
  for (Instant now = Instant.EPOCH; now.isBefore(end); now = now.plusMillis(500)) {
    asked++;
    taken += budget.take(now) ? 1 : 0;
  }
  say(
      "Asked for a restart each half second of a day: %d times; the budget alone grants %d,"
          + " with quarantine 3.",
      asked, taken);
}

/// Callers that call without a pause.
static final class Load {
  private final List<Thread> callers = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong good = new AtomicLong();

  static Load on(Calculator calculator) {
    Load load = new Load();
    for (int i = 0; i < CALLERS; i++) {
      load.callers.add(Thread.ofVirtual().start(() -> load.call(calculator)));
    }
    return load;
  }

  private void call(Calculator calculator) {
    while (!stopped.get()) {
      try {
        if (calculator.add(20, 22) == 42) {
          good.incrementAndGet();
        } else {
          failed.incrementAndGet();
        }
      } catch (CalculatorException e) {
        failed.incrementAndGet();
      }
    }
  }

  void awaitGood(long calls, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    while (good.get() < calls && System.nanoTime() - start < limit.toNanos()) {
      Thread.sleep(5);
    }
  }

  void stop() throws InterruptedException {
    stopped.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
  }
}

void say(String format, Object... values) {
  IO.println(format.formatted(values));
}
