//JAVA 25+
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/04-security-monitoring/MonitoringDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES ../solutions/04-security-monitoring/monitoring/*.java
//RUNTIME_OPTIONS -Xmx256m -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import basics.MagicCookie;
import contract.Calculator;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import extensions.SemanticVersion;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CyclicBarrier;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginServer;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import monitoring.HostTracing;
import monitoring.PluginMeters;
import monitoring.PluginTracing;
import monitoring.RetryPolicy;
import monitoring.Supervisor;
import monitoring.TracePolicy;
import org.slf4j.event.Level;
import security.AuditLog;
import security.AuditRecord;
import security.AutoMtls;
import security.PermissionGate;
import security.PermissionReview;
import security.Permissions;

/// What each defence of lesson 4 costs a call: the same addition by a plugin in a process of its
/// own, over a Unix socket, plain and with one defence after the other, and with all of them.
///
/// All ways take turns in one run, round after round, so that a machine that gets slower does so
/// for all of them. Each round gives a ratio to the plain calls of the same round; the table has
/// the median of these. Run it from the repository's root:
///
/// ./jbang bench/DefenceBench.java [rounds, default 15]
void main(String[] args) throws IOException, InterruptedException {
  if (args.length == 2 && args[0].equals("plugin")) {
    serve(args[1].equals("traced"));
    return;
  }
  Logging.to("System.err", Level.ERROR, "%level %message%n");
  String wanted = args.length == 0 ? "15" : args[0];
  if (!wanted.matches("[1-9][0-9]{0,2}")) {
    System.err.println("How many rounds? 1 to 999, for example: 15. Found: " + wanted);
    System.exit(2);
  }
  Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(".course")), "defences");
  try {
    measure(Integer.parseInt(wanted), folder);
  } finally {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

static final HandshakeConfig HANDSHAKE =
    new HandshakeConfig(1, new MagicCookie("BENCH_PLUGIN", "defences"));
static final String NAME = "calculator";
static final String METHODS = "course.calculator.v1.Calculator/*";
static final String ADD = "course.calculator.v1.Calculator/Add";
static final Duration LIMIT = Duration.ofMinutes(1);
static final int MANY = 16;
static final long TURN_NANOS = 300_000_000L;
static final long WARM_UP_NANOS = 2_000_000_000L;

void serve(boolean traced) {
  Calculator calculator = new CalculatorImpl();
  ServeConfig config =
      ServeConfig.of(HANDSHAKE, ServiceSet.of(NAME, () -> new CalculatorService(calculator)))
          .withSecurity(AutoMtls.plugin());
  PluginServer.serve(traced ? PluginTracing.toHost().on(config) : config);
}

List<String> command(String kind) {
  return List.of(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-Xmx128m",
      "-XX:+UseSerialGC",
      "--sun-misc-unsafe-memory-access=allow",
      "--enable-native-access=ALL-UNNAMED",
      "-cp",
      System.getProperty("java.class.path"),
      getClass().getName(),
      "plugin",
      kind);
}

ClientConfig.Builder config(String kind) {
  return ClientConfig.builder(HANDSHAKE, command(kind))
      .plugins(PluginSet.of(NAME, Channel.class, DispenseContext::channel));
}

ClientConfig.Builder traced(HostTracing tracing) {
  return config("traced").stderrLines(tracing.spansOf(NAME));
}

Supervisor.Builder supervisor(Supplier<ClientConfig.Builder> config) {
  PluginManifest manifest =
      new PluginManifest(
          Path.of(NAME, PluginManifest.FILE_NAME),
          NAME,
          NAME,
          SemanticVersion.parse("1.0.0").orElseThrow(),
          "",
          Set.of(),
          List.of("see", "config"),
          Set.of());
  return Supervisor.builder(
          PluginCatalog.of(List.of(manifest)), started -> config.get().build())
      .retries(RetryPolicy.DEFAULT.with(Set.of(ADD)));
}

/// A way to the plugin.
///
/// @param name what a reader of the table sees
record Way(String name, Calculator calculator, Turns one, Turns many) {
  Way(String name, Channel channel) {
    this(name, new CalculatorClient(channel, LIMIT), new Turns(), new Turns());
    calculator.initialize();
  }
}

void measure(int rounds, Path folder) throws InterruptedException {
  Permissions calls =
      Permissions.of(folder.resolve("plugin.yaml"), Map.of("calls", List.of(METHODS)));
  ClientInterceptor gate =
      PermissionGate.of(new PermissionReview(NAME, calls, calls), List.of(), denial -> {})
          .toPlugin();
  try (AuditLog log = AuditLog.open(folder.resolve("audit.log"), folder.resolve("audit.head"));
      PluginMeters meters = new PluginMeters();
      HostTracing tracing = HostTracing.open(TracePolicy.DEFAULT);
      PluginClient plain = PluginClient.of(config("plain").build());
      PluginClient tls = PluginClient.of(config("plain").security(AutoMtls.host()).build());
      PluginClient traced = PluginClient.of(traced(tracing).build());
      Supervisor supervised = supervisor(() -> config("plain")).open();
      Supervisor all =
          supervisor(() -> traced(tracing).security(AutoMtls.host()))
              .interceptor(meters::interceptor)
              .interceptor(tracing::interceptor)
              .interceptor(plugin -> gate)
              .interceptor(plugin -> audit(log))
              .open()) {
    supervised.registry().startAll(LIMIT);
    all.registry().startAll(LIMIT);
    Channel channel = plain.dispense(NAME, Channel.class);
    Channel tracedChannel = traced.dispense(NAME, Channel.class);
    List<Way> ways =
        List.of(
            new Way("plain", channel),
            new Way("AutoMTLS", tls.dispense(NAME, Channel.class)),
            new Way("permission gate", ClientInterceptors.intercept(channel, gate)),
            new Way("audit log", ClientInterceptors.intercept(channel, audit(log))),
            new Way("meters", ClientInterceptors.intercept(channel, meters.interceptor(NAME))),
            new Way(
                "tracing", ClientInterceptors.intercept(tracedChannel, tracing.interceptor(NAME))),
            new Way("supervisor (breaker, retry)", supervised.channel(NAME)),
            new Way("all of them", all.channel(NAME)));
    run(ways, rounds);
    print(ways, rounds);
  }
}

/// Records each call before it begins; so the call waits for the disk.
ClientInterceptor audit(AuditLog log) {
  return new ClientInterceptor() {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          log.append(AuditRecord.of("host", "plugin.call", method.getFullMethodName(), "begun"));
          super.start(listener, headers);
        }
      };
    }
  };
}

void run(List<Way> ways, int rounds) throws InterruptedException {
  for (Way way : ways) {
    turn(way.calculator(), 1, WARM_UP_NANOS);
    turn(way.calculator(), MANY, WARM_UP_NANOS);
  }
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < ways.size(); i++) {
      // Each round begins with another one: none always follows the one that heats the disk.
      Way way = ways.get((i + round) % ways.size());
      way.one().add(turn(way.calculator(), 1, TURN_NANOS));
      way.many().add(turn(way.calculator(), MANY, TURN_NANOS));
    }
  }
}

/// What so many callers' calls took, in nanoseconds. Each calls without a pause.
long[] turn(Calculator calculator, int callers, long limitNanos) throws InterruptedException {
  CyclicBarrier begin = new CyclicBarrier(callers);
  List<Caller> all = new ArrayList<>();
  List<Thread> threads = new ArrayList<>();
  for (int i = 0; i < callers; i++) {
    Caller caller = new Caller(calculator, begin, limitNanos);
    all.add(caller);
    threads.add(Thread.ofPlatform().start(caller));
  }
  for (Thread thread : threads) {
    thread.join();
  }
  return all.stream().flatMapToLong(caller -> LongStream.of(caller.nanos())).toArray();
}

static final class Caller implements Runnable {
  private final Calculator calculator;
  private final CyclicBarrier begin;
  private final long limitNanos;
  private final List<Long> nanos = new ArrayList<>();
  private Optional<Exception> failure = Optional.empty();

  Caller(Calculator calculator, CyclicBarrier begin, long limitNanos) {
    this.calculator = calculator;
    this.begin = begin;
    this.limitNanos = limitNanos;
  }

  @Override
  public void run() {
    try {
      begin.await();
      long start = System.nanoTime();
      while (System.nanoTime() - start < limitNanos) {
        long began = System.nanoTime();
        if (calculator.add(20, 22) != 42) {
          throw new IllegalStateException("a wrong sum");
        }
        nanos.add(System.nanoTime() - began);
      }
    } catch (Exception e) {
      failure = Optional.of(e);
    }
  }

  long[] nanos() {
    failure.ifPresent(
        error -> {
          throw new IllegalStateException("a call failed: " + error.getMessage(), error);
        });
    return nanos.stream().mapToLong(Long::longValue).toArray();
  }
}

/// The times of all turns of a way, and the median of each turn.
static final class Turns {
  private final List<long[]> times = new ArrayList<>();
  private final List<Double> medians = new ArrayList<>();

  void add(long[] nanos) {
    times.add(nanos);
    medians.add(percentile(nanos, 50));
  }

  double all(int percent) {
    return percentile(times.stream().flatMapToLong(LongStream::of).toArray(), percent);
  }

  double ratio(Turns peer) {
    double[] ratios = new double[medians.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = medians.get(i) / peer.medians.get(i);
    }
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }

  private static double percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}

void print(List<Way> ways, int rounds) {
  IO.println(
      "%s, %s %s, %d processors, load %.1f, JDK %s, %d rounds"
          .formatted(
              LocalDate.now(ZoneOffset.UTC),
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              Runtime.getRuntime().availableProcessors(),
              ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
              Runtime.version().feature(),
              rounds));
  print(ways, "one caller", Way::one);
  print(ways, MANY + " callers", Way::many);
}

void print(List<Way> ways, String callers, Function<Way, Turns> turns) {
  IO.println();
  IO.println("| %-27s | %9s | %9s | %9s |".formatted(callers, "median us", "p99 us", "times"));
  IO.println("|---|---|---|---|");
  Turns plain = turns.apply(ways.getFirst());
  for (Way way : ways) {
    Turns own = turns.apply(way);
    IO.println(
        "| %-27s | %9.1f | %9.1f | %9.2f |"
            .formatted(way.name(), own.all(50) / 1e3, own.all(99) / 1e3, own.ratio(plain)));
  }
}
