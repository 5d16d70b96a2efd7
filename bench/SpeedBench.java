//JAVA 25+
//RUNTIME_OPTIONS -Xmx256m -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//SOURCES ../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import basics.MagicCookie;
import contract.BulkCalculator;
import contract.Calculator;
import contract.Operation;
import contract.Outcome;
import extensions.BulkCalculatorClient;
import extensions.BulkCalculatorService;
import extensions.BulkLimits;
import extensions.CachingCalculator;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import lifecycle.CallStats;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginServer;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// The same additions in five ways, by a plugin in a process of its own: one call at a time, many
/// calls at the same time, batches, a stream, and calls behind a cache.
///
/// Arguments: how many additions (100000 if there is none, at most 1000000), and the picture's file.
/// Each way stops after four seconds at the latest, so a slow machine does fewer, and has a warm-up
/// of a fifth of that before it. A wrong sum ends it all.
void main(String[] args) throws IOException {
  if (args.length == 1 && args[0].equals("plugin")) {
    serve();
    return;
  }
  Logging.toStderr();
  String wanted = args.length == 0 ? "100000" : args[0];
  if (!wanted.matches("[1-9][0-9]{0,5}|1000000")) {
    System.err.println("How many additions? 1 to 1000000, for example: 100000. Found: " + wanted);
    System.exit(2);
  }
  int additions = Integer.parseInt(wanted);
  Path picture = Path.of(args.length < 2 ? ".course/speed.svg" : args[1]);
  List<Figures> figures = new ArrayList<>();
  try (PluginClient plugin = PluginClient.of(config())) {
    for (Way way : ways(plugin)) {
      way.run().measure(Math.max(1, additions / 5), WARM_UP_NANOS, new long[additions]);
      figures.add(Figures.of(way, additions));
    }
  }
  print(figures);
  Path file = picture.toAbsolutePath();
  Files.createDirectories(file.getParent());
  Files.writeString(file, svg(figures));
  IO.println("\nThe picture: " + picture);
}

static final HandshakeConfig HANDSHAKE =
    new HandshakeConfig(1, new MagicCookie("BENCH_PLUGIN", "speed"));
static final int IN_FLIGHT = 64;
static final int BATCH = 500;
static final int WINDOW = 256;
static final int DISTINCT = 100;
static final long LIMIT_NANOS = 4_000_000_000L;
static final long WARM_UP_NANOS = LIMIT_NANOS / 5;

void serve() {
  Calculator calculator = new CalculatorImpl();
  PluginServer.serve(
      ServeConfig.of(
          HANDSHAKE,
          ServiceSet.of("calculator", () -> new CalculatorService(calculator))
              .and("bulk", () -> new BulkCalculatorService(calculator))));
}

ClientConfig config() {
  List<String> command =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          System.getProperty("java.class.path"),
          getClass().getName(),
          "plugin");
  BulkLimits limits =
      BulkLimits.DEFAULT.withBatch(BATCH).withInFlight(IN_FLIGHT).withWindow(WINDOW);
  return ClientConfig.builder(HANDSHAKE, command)
      .plugins(
          PluginSet.of(
                  "calculator",
                  Calculator.class,
                  context -> new CalculatorClient(context.channel()))
              .and(
                  "bulk",
                  BulkCalculator.class,
                  context -> new BulkCalculatorClient(context.channel(), limits)))
      .build();
}

/// A way to do additions.
///
/// @param name what a reader of the table sees
/// @param timed what the times are of: `call`, `batch`, `sum`
record Way(String name, String timed, Run run) {}

interface Run {
  /// Does additions until all are done or the time is up.
  ///
  /// @param nanos gets the time of each call; what it does not need it leaves 0
  /// @return how many additions were done
  int measure(int additions, long limitNanos, long[] nanos);
}

List<Way> ways(PluginClient plugin) {
  Calculator calculator = plugin.dispense("calculator", Calculator.class);
  calculator.initialize();
  BulkCalculator bulk = plugin.dispense("bulk", BulkCalculator.class);
  Calculator cache = new CachingCalculator(calculator, DISTINCT);
  return List.of(
      new Way("one call at a time", "call", (n, limit, t) -> calls(calculator, n, n, limit, t)),
      new Way(IN_FLIGHT + " calls in flight", "call", (n, limit, t) -> async(bulk, n, limit, t)),
      new Way("batches of " + BATCH, "batch", (n, limit, t) -> batches(bulk, n, limit, t)),
      new Way("stream, window " + WINDOW, "sum", (n, limit, t) -> stream(bulk, n, limit, t)),
      new Way(
          "cache, %d sums".formatted(DISTINCT),
          "call",
          (n, limit, t) -> calls(cache, n, DISTINCT, limit, t)));
}

int calls(Calculator calculator, int additions, int distinct, long limitNanos, long[] nanos) {
  long start = System.nanoTime();
  int done = 0;
  while (done < additions && System.nanoTime() - start < limitNanos) {
    long began = System.nanoTime();
    require(done % distinct, calculator.add(done % distinct, 1));
    nanos[done++] = System.nanoTime() - began;
  }
  return done;
}

int async(BulkCalculator bulk, int additions, long limitNanos, long[] nanos) {
  long start = System.nanoTime();
  List<CompletableFuture<Void>> all = new ArrayList<>();
  while (all.size() < additions && System.nanoTime() - start < limitNanos) {
    int left = all.size();
    long began = System.nanoTime();
    all.add(
        bulk.calculateLater(Operation.add(left, 1))
            .thenAccept(
                outcome -> {
                  require(left, outcome.orThrow());
                  nanos[left] = System.nanoTime() - began;
                }));
  }
  all.forEach(CompletableFuture::join);
  return all.size();
}

int batches(BulkCalculator bulk, int additions, long limitNanos, long[] nanos) {
  long start = System.nanoTime();
  int done = 0;
  while (done < additions && System.nanoTime() - start < limitNanos) {
    List<Operation> batch = new ArrayList<>();
    for (int i = done; i < Math.min(additions, done + BATCH); i++) {
      batch.add(Operation.add(i, 1));
    }
    long began = System.nanoTime();
    List<Outcome> outcomes = bulk.calculate(batch);
    nanos[done] = System.nanoTime() - began;
    for (Outcome outcome : outcomes) {
      require(done++, outcome.orThrow());
    }
  }
  return done;
}

int stream(BulkCalculator bulk, int additions, long limitNanos, long[] nanos) {
  long start = System.nanoTime();
  AtomicInteger given = new AtomicInteger();
  AtomicInteger read = new AtomicInteger();
  Iterator<Operation> source =
      new Iterator<>() {
        @Override
        public boolean hasNext() {
          return given.get() < additions && System.nanoTime() - start < limitNanos;
        }

        @Override
        public Operation next() {
          nanos[given.get()] = System.nanoTime();
          return Operation.add(given.getAndIncrement(), 1);
        }
      };
  bulk.calculate(
      source,
      outcome -> {
        int left = read.getAndIncrement();
        require(left, outcome.orThrow());
        nanos[left] = System.nanoTime() - nanos[left];
      });
  return read.get();
}

void require(int left, double sum) {
  if (sum != left + 1.0) {
    throw new IllegalStateException("%d + 1 = %s".formatted(left, sum));
  }
}

/// What one way took.
record Figures(Way way, int additions, double perSecond, CallStats times) {
  static Figures of(Way way, int additions) {
    long[] nanos = new long[additions];
    long start = System.nanoTime();
    int done = way.run().measure(additions, LIMIT_NANOS, nanos);
    double perSecond = done / ((System.nanoTime() - start) / 1e9);
    long[] timed = Arrays.stream(nanos).filter(time -> time > 0).toArray();
    return new Figures(way, done, perSecond, CallStats.of(Map.of(), timed));
  }
}

void print(List<Figures> figures) {
  IO.println(
      "Additions by a plugin. %s, %s, %d processors, JDK %s"
          .formatted(
              LocalDate.now(),
              machine(),
              Runtime.getRuntime().availableProcessors(),
              Runtime.version().feature()));
  IO.println();
  IO.println(
      "%-20s %9s %9s %7s %10s %10s  %s"
          .formatted("", "additions", "per s", "times", "median us", "p99 us", "of a"));
  for (Figures one : figures) {
    IO.println(
        "%-20s %9d %9.0f %7s %10.1f %10.1f  %s"
            .formatted(
                one.way().name(),
                one.additions(),
                one.perSecond(),
                ratio(one, figures.getFirst()),
                one.times().p50().toNanos() / 1e3,
                one.times().p99().toNanos() / 1e3,
                one.way().timed()));
  }
}

String ratio(Figures one, Figures base) {
  double ratio = one.perSecond() / base.perSecond();
  return (ratio < 100 ? "%.1f" : "%.0f").formatted(ratio);
}

String machine() {
  return System.getProperty("os.name") + " " + System.getProperty("os.arch");
}

/// A bar for each way. The bars' lengths are logarithms, since the ways differ by powers of ten.
String svg(List<Figures> figures) {
  double longest = figures.stream().mapToDouble(Figures::perSecond).max().orElse(1);
  StringBuilder bars = new StringBuilder();
  StringBuilder words = new StringBuilder();
  int y = 70;
  for (Figures one : figures) {
    double width = 320 * Math.log10(Math.max(1.1, one.perSecond())) / Math.log10(longest);
    String number =
        "%,.0f per s (%s times)".formatted(one.perSecond(), ratio(one, figures.getFirst()));
    bars.append(
        """
          <text x="150" y="%d" text-anchor="end">%s</text>
          <rect x="160" y="%d" width="%.0f" height="20" rx="3" fill="#0969da"/>
          <text x="%.0f" y="%d">%s</text>
        """
            .formatted(y + 15, one.way().name(), y, width, 168 + width, y + 15, number));
    words.append("%s: %s. ".formatted(one.way().name(), number));
    y += 32;
  }
  return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title text" \
      viewBox="0 0 700 %1$d" width="700" height="%1$d" \
      font-family="sans-serif" font-size="13" fill="#1f2328">
        <title id="title">Additions per second by a plugin</title>
        <desc id="text">%2$sThe bars' lengths are logarithms.</desc>
        <rect width="700" height="%1$d" fill="#ffffff"/>
        <text x="16" y="28" font-size="16" font-weight="bold">Additions per second by a plugin</text>
        <text x="16" y="48" fill="#59636e">%3$s, %4$s, logarithmic</text>
      %5$s</svg>
      """
      .formatted(y + 14, words, LocalDate.now(), machine(), bars);
}
