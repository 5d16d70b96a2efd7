//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//SOURCES SecurityDependencies.java
//SOURCES MonitoringDependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES ../../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../../solutions/03-extensions/extensions/*.java
//SOURCES ../../solutions/03-extensions/demo/*.java
//SOURCES security/*.java
//SOURCES monitoring/*.java
//SOURCES replicas/*.java
//SOURCES scenes/*.java

import basics.Logging;
import basics.MagicCookie;
import basics.PluginException;
import contract.CalculatorException;
import contract.FileStore;
import contract.KeyValueStore;
import contract.Operation;
import contract.PrimeCounter;
import contract.ScientificCalculator;
import contract.WebFetcher;
import contract.WebResponse;
import course.ExerciseNotDone;
import course.LessonFolder;
import demo.Callers;
import demo.Screen;
import demo.WeatherStation;
import extensions.BrokerConnector;
import extensions.BrokerGuard;
import extensions.BulkCalculatorClient;
import extensions.ConfiguredPlugins;
import extensions.FileStoreClient;
import extensions.GrpcBroker;
import extensions.JobServices;
import extensions.PluginCatalog;
import extensions.PluginConfig;
import extensions.PluginManifest;
import extensions.PluginStores;
import extensions.PrimeCounterClient;
import extensions.ScientificClient;
import extensions.StoreLimits;
import extensions.WebFetcherClient;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.RunnerFactory;
import monitoring.Condition;
import monitoring.HostTracing;
import monitoring.PluginMeters;
import monitoring.RetryPolicy;
import monitoring.SpanTree;
import monitoring.SupervisedStatus;
import monitoring.Supervisor;
import monitoring.TracePolicy;
import org.slf4j.event.Level;
import scenes.Defence;
import scenes.Journal;
import scenes.PluginMaker;
import scenes.Surroundings;
import scenes.Waiting;
import security.AutoMtls;
import security.GuardedField;
import security.PermissionGate;
import security.PermissionReview;
import security.Permissions;
import security.Sandbox;
import security.SandboxFallback;
import security.Secret;
import security.SecretHandover;
import security.SecretVault;
import security.SignedManifest;
import security.SignedPlugins;

static final Duration LIMIT = Duration.ofMinutes(1);
static final long PRIMES_BELOW = 1_000_000;

/// Where paths and hosts stand in what the plugins are asked.
static final List<GuardedField> FIELDS =
    List.of(
        GuardedField.read("course.files.v1.Files/Read", "path"),
        GuardedField.read("course.files.v1.Files/ReadAt", "path"),
        GuardedField.read("course.files.v1.Files/List", "directory"),
        GuardedField.write("course.files.v1.Files/Write", "path"),
        GuardedField.write("course.files.v1.Files/Delete", "path"),
        GuardedField.host("course.web.v1.Web/Fetch", "url"));

/// The host of lesson 4: keeps three plugins behind signatures, TLS, a sandbox and permissions,
/// writes down what happens, and brings back what dies. With the argument `stay` it keeps them
/// until Enter is pressed, and shows them on a page.
///
/// Each printed line begins with the process that it tells of.
void main(String[] args) throws IOException {
  Logging.to("System.out", Level.ERROR, "log    | %level %message%n");
  Path folder = LessonFolder.find();
  Files.createDirectories(folder.resolve(".build/data"));
  PluginMaker maker = new PluginMaker(folder);
  try (WeatherStation station = WeatherStation.locked();
      Journal journal = Journal.open(folder.resolve(".build"));
      SecretVault vault = new SecretVault(journal::denied);
      PluginMeters meters = new PluginMeters();
      HostTracing tracing = HostTracing.open(TracePolicy.DEFAULT);
      SignedPlugins signed = packAndSign(maker, journal)) {
    PluginCatalog catalog = PluginCatalog.discover(maker.plugins());
    PluginConfig config = PluginConfig.load(folder.resolve("plugin-config.yaml"));
    vault.put("network", "station-key", Secret.of(station.key().toCharArray()));
    Guards guards = new Guards(config, station, journal, vault, tracing);
    Function<PluginManifest, ClientConfig> configs = Defence.orUnsigned(signed, guards::around);
    try (Supervisor supervisor = supervisor(catalog, configs, journal, meters, tracing)) {
      start(supervisor, guards);
      work(supervisor, station, folder);
      refuse(supervisor, maker, signed);
      kill(supervisor);
      callBack(configs.apply(catalog.plugin("calculator")), tracing);
      look(supervisor, journal, meters);
      Screen.title("End");
    }
  } catch (PluginException | CalculatorException | ExerciseNotDone | IllegalStateException e) {
    Screen.tell(e);
    System.exit(1);
  }
}

/// Before all: what the plugins' makers do, and whom this host trusts.
SignedPlugins packAndSign(PluginMaker maker, Journal journal) throws IOException {
  Screen.title("Pack and sign");
  maker.packAll();
  for (String plugin : PluginMaker.PLUGINS) {
    SignedManifest signed = maker.sign(plugin);
    Screen.say("maker", "%s: %d files signed".formatted(plugin, signed.files().size()));
  }
  return SignedPlugins.builder(maker.trustedBy()).listener(journal::checked).open();
}

/// What this host puts around a plugin.
///
/// @param config the host's word on what each plugin may do
/// @param gates the plugins' gates by name: one for all processes of a plugin
record Guards(
    PluginConfig config,
    WeatherStation station,
    Journal journal,
    SecretVault vault,
    HostTracing tracing,
    Map<String, PermissionGate> gates) {
  Guards(
      PluginConfig config,
      WeatherStation station,
      Journal journal,
      SecretVault vault,
      HostTracing tracing) {
    this(config, station, journal, vault, tracing, new ConcurrentHashMap<>());
  }

  /// One defence a line.
  ClientConfig around(PluginManifest manifest) {
    PermissionReview review = review(manifest);
    PermissionGate gate = gate(review);
    BrokerGuard callbacks = gate.brokerGuard().and(tracing.brokerGuard(manifest.name()));
    return told(manifest)
        .config(new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "security")))
        .plugins(dispensed(manifest.name()))
        .security(AutoMtls.host())
        .runner(sandbox(review))
        .dialer(gate.dialer())
        .connector(BrokerConnector.direct(callbacks))
        .stderrLines(tracing.spansOf(manifest.name()))
        .startTimeout(LIMIT)
        .build();
  }

  private PluginSet dispensed(String plugin) {
    return PluginSet.of("channel", Channel.class, DispenseContext::channel)
        .and("secrets", SecretHandover.class, context -> vault.handover(plugin, context))
        .and("primes", PrimeCounter.class, context -> primes(plugin, context));
  }

  private PrimeCounter primes(String plugin, DispenseContext context) {
    Channel traced = ClientInterceptors.intercept(context.channel(), tracing.interceptor(plugin));
    return new PrimeCounterClient(traced, GrpcBroker.of(context));
  }

  PermissionReview review(PluginManifest manifest) {
    return new PermissionReview(
        manifest.name(),
        Permissions.declared(manifest),
        Permissions.granted(config, manifest.name()));
  }

  private PermissionGate gate(PermissionReview review) {
    return gates.computeIfAbsent(
        review.plugin(), name -> PermissionGate.of(review, FIELDS, journal::denied));
  }

  private RunnerFactory sandbox(PermissionReview review) {
    Sandbox sandbox =
        Sandbox.builder(review.effective()).fallback(SandboxFallback.PLAIN_PROCESS).build();
    return Defence.orPlainProcess(sandbox);
  }

  /// The plugin as it was signed, with the settings of this host as its last arguments.
  private PluginManifest told(PluginManifest manifest) {
    String name = manifest.name();
    return station.admitTo(
        ConfiguredPlugins.configured(manifest, name, config.plugin(name).orElseThrow()));
  }
}

Supervisor supervisor(
    PluginCatalog catalog,
    Function<PluginManifest, ClientConfig> configs,
    Journal journal,
    PluginMeters meters,
    HostTracing tracing) {
  return Supervisor.builder(catalog, configs)
      .registry(
          registry ->
              registry.prepare(this::handOver).probe(this::firstCall).listener(Screen::tell))
      .retries(RetryPolicy.DEFAULT.with(Set.of("course.calculator.v1.Calculator/Add")))
      .interceptor(meters::interceptor)
      .interceptor(tracing::interceptor)
      .listener(journal::supervised)
      .open();
}

/// Each new process of the plugin that has secrets is given them, before anyone calls it.
void handOver(PluginManifest manifest, PluginClient plugin) {
  if (manifest.kind().equals("network")) {
    plugin.dispense("secrets", SecretHandover.class).run();
  }
}

/// A calculator is of use only after this call: the registry makes it with each new process.
void firstCall(PluginManifest manifest, Channel channel) {
  if (manifest.kind().equals("calculator")) {
    new ScientificClient(channel, LIMIT).initialize();
  }
}

void start(Supervisor supervisor, Guards guards) {
  Screen.title("What they ask for, and what they get");
  for (PluginManifest manifest : supervisor.registry().catalog().plugins()) {
    for (PermissionReview.Finding found : guards.review(manifest).findings()) {
      Screen.say("host", "%s: %s".formatted(manifest.name(), found.key()));
      found.text().lines().forEach(line -> Screen.say("host", "  " + line));
    }
  }
  Screen.title("Start");
  Screen.showing(supervisor.registry(), table -> supervisor.registry().startAll(LIMIT));
  supervisor.statuses().forEach(Surroundings::tell);
}

/// One job for three plugins: fetch readings, take the root of the last, write it down.
void work(Supervisor supervisor, WeatherStation station, Path folder) {
  Screen.title("A job for all three");
  WebFetcher web = supervisor.client("network", WebFetcherClient::new);
  ScientificCalculator calculator = supervisor.client("calculator", ScientificClient::new);
  FileStore files = supervisor.client("file-ops", FileStoreClient::new);
  String text = fetch(web, station.url());
  Screen.say(
      "host", "network: %d readings, for a key that it was told".formatted(text.lines().count()));
  double last = Double.parseDouble(text.lines().toList().getLast());
  String line = "the root of %.3f is %.6f%n".formatted(last, calculator.sqrt(last));
  Screen.say("host", "calculator: " + line.strip());
  String report = folder.resolve(".build/data/report.txt").toString();
  Screen.say("host", "file-ops: %d bytes written".formatted(save(files, report, line)));
}

String fetch(WebFetcher web, String url) {
  try (WebResponse response = web.fetch(url)) {
    return new String(response.body().readAllBytes(), StandardCharsets.US_ASCII);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

long save(FileStore files, String path, String text) {
  try {
    return files.write(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

byte[] load(FileStore files, String path) {
  try (InputStream content = files.read(path)) {
    return content.readAllBytes();
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

/// What the defences answer to those who want more.
void refuse(Supervisor supervisor, PluginMaker maker, SignedPlugins signed) throws IOException {
  Screen.title("What is refused");
  FileStore files = supervisor.client("file-ops", FileStoreClient::new);
  Screen.unlessOpen(() -> load(files, "/etc/passwd"));
  BulkCalculatorClient bulk = supervisor.client("calculator", BulkCalculatorClient::new);
  Screen.unlessOpen(() -> bulk.calculate(List.of(Operation.add(20, 22))).getFirst().orThrow());
  Path stolen = maker.stolen("calculator");
  Screen.say("thief", "one byte changed in " + PluginMaker.change(stolen));
  Screen.unlessOpen(
      () ->
          signed
              .check(PluginManifest.read(stolen.resolve(PluginManifest.FILE_NAME)))
              .refusal()
              .ifPresent(Screen::tell));
}

/// Kills the calculator while others use it.
void kill(Supervisor supervisor) {
  Screen.title("kill -9 in use");
  ScientificCalculator calculator = supervisor.client("calculator", ScientificClient::new);
  try (Callers callers = Callers.on(calculator)) {
    Screen.showing(
        supervisor.registry(),
        table -> {
          Waiting.until(LIMIT, () -> callers.calls() > 100);
          String pid = supervisor.status("calculator").processId().orElseThrow();
          Screen.say("host", "kill -9 " + pid);
          ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
          Waiting.until(LIMIT, () -> isBack(supervisor.status("calculator")));
        });
    Screen.say("host", callers.end());
  }
}

/// It serves again, or no one tries any more.
boolean isBack(SupervisedStatus calculator) {
  return calculator.condition() == Condition.QUARANTINED
      || (calculator.restarts() > 0 && calculator.condition() == Condition.READY);
}

/// A plugin that asks its host meanwhile, on a connection of its own: one request, seen from both
/// sides.
void callBack(ClientConfig config, HostTracing tracing) {
  Screen.title("Who called whom, and for how long");
  KeyValueStore store = new PluginStores(StoreLimits.DEFAULT).of("calculator");
  try (PluginClient plugin = PluginClient.of(config)) {
    PrimeCounter counter = plugin.dispense("primes", PrimeCounter.class);
    Screen.unlessOpen(
        () ->
            Screen.say(
                "host",
                "%,d primes below %,d"
                    .formatted(
                        counter.count(PRIMES_BELOW, new JobServices(progress -> {}, store)),
                        PRIMES_BELOW)));
  }
  SpanTree.of(tracing.spans()).last(1).text().lines().forEach(IO::println);
}

/// What is left of it all for those who come later.
void look(Supervisor supervisor, Journal journal, PluginMeters meters) throws IOException {
  Screen.title("Figures, and the audit log");
  meters
      .scrape()
      .lines()
      .filter(line -> line.startsWith("plugin_restarts"))
      .forEach(line -> Screen.say("host", line));
  Screen.unlessOpen(
      () -> Screen.say("host", "audit log: %d lines, whole".formatted(journal.verify())));
  journal.tail(3).forEach(line -> Screen.say("audit", Journal.told(line)));
  Screen.say("thief", "\"denied\" becomes \"granted\" in a copy of it");
  Screen.unlessOpen(() -> journal.verifyForged("denied", "granted"));
}
