//JAVA 25+
//SOURCES ../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
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
import extensions.PluginRegistry;
import io.grpc.Channel;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginSet;
import org.slf4j.event.Level;

/// Measures the registry of lesson 3 with real processes and prints two tables: plugins that start
/// side by side, and swaps under load. Run it from the repository's root:
///
/// ./jbang bench/RegistryBench.java
static final int PLUGINS = 20;

static final int CALLERS = 64;
static final int SWAPS = 10;
static final Duration LIMIT = Duration.ofMinutes(2);

void main() throws IOException, InterruptedException {
  Logging.to("System.err", Level.WARN, "%level %message%n");
  List<String> command =
      PluginProgram.compile(Path.of("solutions/02-lifecycle/Plugin.java")).command();
  Path folder = Files.createTempDirectory("registry-bench");
  try {
    writeManifests(folder, command);
    say(
        "%s, %s %s, %d processors, load %.1f before, JDK %s%n",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
    measureStarts(PluginCatalog.discover(folder));
    measureSwaps(PluginCatalog.discover(folder));
  } finally {
    remove(folder);
  }
}

void writeManifests(Path folder, List<String> command) throws IOException {
  String quoted = command.stream().map("  - '%s'%n"::formatted).reduce("", String::concat);
  for (int i = 1; i <= PLUGINS; i++) {
    Path plugin = Files.createDirectory(folder.resolve("calculator-" + i));
    Files.writeString(
        plugin.resolve(PluginManifest.FILE_NAME),
        """
        name: calculator-%d
        kind: calculator
        version: 1.0.%d
        capabilities: [arithmetic]
        command:
        %s"""
            .formatted(i, i, quoted));
  }
}

ClientConfig config(PluginManifest manifest) {
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
  return manifest
      .config(new HandshakeConfig(1, cookie))
      .plugins(PluginSet.of("calculator", Channel.class, DispenseContext::channel))
      .build();
}

PluginRegistry.Builder registry(PluginCatalog catalog) {
  // A calculator is of use only after this call, and a new process has one call behind it.
  return PluginRegistry.builder(catalog, this::config)
      .probe((manifest, channel) -> new CalculatorClient(channel, LIMIT).initialize());
}

void measureStarts(PluginCatalog all) {
  PluginCatalog one = PluginCatalog.of(List.of(all.plugins().getFirst()));
  // The first start of a host also loads the host's own classes.
  double cold = startMillis(one, 1);
  double single = startMillis(one, 1);
  double inTurn = startMillis(all, 1);
  int some = 2 * Runtime.getRuntime().availableProcessors();
  double bounded = startMillis(all, some);
  double atOnce = startMillis(all, PLUGINS);
  say("| start, until each has answered | ms | for each |");
  say("|---|---|---|");
  row("one plugin, host cold", cold, 1);
  row("one plugin", single, 1);
  row("%d plugins, one after the other".formatted(PLUGINS), inTurn, PLUGINS);
  row("%d plugins, %d at a time".formatted(PLUGINS, some), bounded, PLUGINS);
  row("%d plugins, all at once".formatted(PLUGINS), atOnce, PLUGINS);
}

double startMillis(PluginCatalog catalog, int startsAtOnce) {
  try (PluginRegistry registry = registry(catalog).startsAtOnce(startsAtOnce).open()) {
    long start = System.nanoTime();
    registry.startAll(LIMIT);
    return (System.nanoTime() - start) / 1e6;
  }
}

void row(String what, double millis, int plugins) {
  say("| %s | %.0f | %.0f |", what, millis, millis / plugins);
}

void measureSwaps(PluginCatalog all) throws InterruptedException {
  PluginManifest manifest = all.plugins().getFirst();
  try (PluginRegistry registry = registry(PluginCatalog.of(List.of(manifest))).open()) {
    registry.startAll(LIMIT);
    Calculator calculator = registry.plugin(manifest.name()).client(CalculatorClient::new);
    // Both sides' code gets its time to be compiled.
    Load warmUp = Load.on(calculator);
    warmUp.during(Duration.ofSeconds(5));
    Load swaps = Load.on(calculator);
    long start = System.nanoTime();
    for (int i = 0; i < SWAPS; i++) {
      if (!registry.swap(manifest).drained()) {
        say("swap %d: calls were cut off", i + 1);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    swaps.stop();
    Load quiet = Load.on(calculator);
    quiet.during(took);
    say(
        "%n| %d callers for %.1f s | calls | failed | median ms | p99 ms | longest ms |",
        CALLERS, took.toMillis() / 1e3);
    say("|---|---|---|---|---|---|");
    swaps.print("%d swaps".formatted(SWAPS));
    quiet.print("no swap");
  }
}

/// Callers that call without a pause, and how long each call took.
static final class Load {
  private final List<Thread> callers = new ArrayList<>();
  private final List<List<Long>> nanos = new ArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  static Load on(Calculator calculator) {
    Load load = new Load();
    for (int i = 0; i < CALLERS; i++) {
      List<Long> own = new ArrayList<>();
      load.nanos.add(own);
      load.callers.add(Thread.ofVirtual().start(() -> load.call(calculator, own)));
    }
    return load;
  }

  private void call(Calculator calculator, List<Long> own) {
    while (!stopped.get()) {
      long start = System.nanoTime();
      try {
        if (calculator.add(20, 22) != 42) {
          failed.incrementAndGet();
        }
      } catch (CalculatorException e) {
        failed.incrementAndGet();
      }
      own.add(System.nanoTime() - start);
    }
  }

  void during(Duration time) throws InterruptedException {
    Thread.sleep(time);
    stop();
  }

  void stop() throws InterruptedException {
    stopped.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
  }

  void print(String what) {
    List<Long> sorted = nanos.stream().flatMap(List::stream).sorted().toList();
    IO.println(
        "| %s | %d | %d | %.1f | %.1f | %.1f |"
            .formatted(
                what,
                sorted.size(),
                failed.get(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6));
  }
}

void remove(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    files.sorted(Comparator.reverseOrder()).forEach(this::delete);
  }
}

void delete(Path file) {
  try {
    Files.delete(file);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

void say(String format, Object... values) {
  IO.println(format.formatted(values));
}
