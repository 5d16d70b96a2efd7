//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS -Dcourse.process=host
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
import basics.PluginException;
import contract.CalculatorException;
import contract.FileStore;
import contract.KeyValueStore;
import contract.Operation;
import contract.PrimeCounter;
import contract.ScientificCalculator;
import contract.WebFetcher;
import course.ExerciseNotDone;
import course.LessonFolder;
import demo.Callers;
import demo.Screen;
import demo.WeatherStation;
import extensions.BulkCalculatorClient;
import extensions.FileStoreClient;
import extensions.JobServices;
import extensions.PluginCatalog;
import extensions.PluginConfig;
import extensions.PluginManifest;
import extensions.PluginStores;
import extensions.ScientificClient;
import extensions.StoreLimits;
import extensions.WebFetcherClient;
import io.grpc.Channel;
import java.net.BindException;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import monitoring.LoopbackServer;
import monitoring.MonitoringPage;
import monitoring.RetryPolicy;
import monitoring.SpanTree;
import monitoring.Supervisor;
import org.slf4j.event.Level;
import scenes.Defence;
import scenes.Errands;
import scenes.Guards;
import scenes.Instruments;
import scenes.Journal;
import scenes.PluginMaker;
import scenes.Surroundings;
import scenes.Visitors;
import scenes.Waiting;
import security.Denial;
import security.DenialListener;
import security.PermissionReview;
import security.Secret;
import security.SecretHandover;
import security.SecretVault;
import security.SignedManifest;
import security.SignedPlugins;

static final Duration LIMIT = Duration.ofMinutes(1);
static final long PRIMES_BELOW = 1_000_000;
static final int PORT = 9464;

/// The host of lesson 4: keeps three plugins behind signatures, TLS, a sandbox and permissions,
/// writes down what happens, and brings back what dies. With the argument `stay` it keeps them
/// until Enter is pressed, and shows them on a page.
///
/// Each printed line begins with the process that it tells of.
void main(String[] args) throws IOException {
  boolean stays = List.of(args).contains("stay");
  // Not on the screen: what is worth it the host says itself, and the page shows all of it.
  Logging.to("System.out", Level.INFO, "");
  Path folder = LessonFolder.find();
  Files.createDirectories(folder.resolve(".build/data"));
  PluginMaker maker = new PluginMaker(folder);
  try (WeatherStation station = WeatherStation.locked();
      Journal journal = Journal.open(folder.resolve(".build"));
      SecretVault vault = new SecretVault(journal::denied);
      Instruments instruments = Instruments.open();
      SignedPlugins signed = packAndSign(maker, journal)) {
    vault.put("network", "station-key", Secret.of(station.key().toCharArray()));
    PluginConfig config = PluginConfig.load(folder.resolve("plugin-config.yaml"));
    DenialListener denials = denial -> denied(denial, journal, instruments);
    Guards guards = new Guards(config, station, denials, vault, instruments.tracing());
    Function<PluginManifest, ClientConfig> configs = Defence.orUnsigned(signed, guards::around);
    PluginCatalog catalog = PluginCatalog.discover(maker.plugins());
    try (Supervisor supervisor = supervisor(catalog, configs, journal, instruments)) {
      start(supervisor, guards);
      if (stays) {
        stay(supervisor, instruments, journal, station, folder);
        return;
      }
      Screen.unlessOpen(() -> work(supervisor, station, folder));
      refuse(supervisor, maker, signed);
      kill(supervisor);
      callBack(configs.apply(catalog.plugin("calculator")), instruments, folder);
      look(supervisor, journal, instruments);
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

/// Whoever asks for too much is written down, and counted.
void denied(Denial denial, Journal journal, Instruments instruments) {
  journal.denied(denial);
  instruments.denied(denial);
}

Supervisor supervisor(
    PluginCatalog catalog,
    Function<PluginManifest, ClientConfig> configs,
    Journal journal,
    Instruments instruments) {
  Supervisor supervisor =
      instruments
          .on(Supervisor.builder(catalog, configs))
          .registry(
              registry ->
                  registry.prepare(this::handOver).probe(this::firstCall).listener(Screen::tell))
          .retries(RetryPolicy.DEFAULT.with(Set.of("course.calculator.v1.Calculator/Add")))
          .listener(journal::supervised)
          .open();
  instruments.lookAt(supervisor);
  return supervisor;
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
      Screen.say("host", found.text().indent(2).stripTrailing());
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
  String text = Errands.fetch(web, station.url());
  Screen.say(
      "host", "network: %d readings, for a key that it was told".formatted(text.lines().count()));
  double last = Double.parseDouble(text.lines().toList().getLast());
  String line = "the root of %.3f is %.6f%n".formatted(last, calculator.sqrt(last));
  Screen.say("host", "calculator: " + line.strip());
  String report = folder.resolve(".build/data/report.txt").toString();
  Screen.say("host", "file-ops: %d bytes written".formatted(Errands.save(files, report, line)));
}

/// What the defences answer to those who want more.
void refuse(Supervisor supervisor, PluginMaker maker, SignedPlugins signed) throws IOException {
  Screen.title("What is refused");
  FileStore files = supervisor.client("file-ops", FileStoreClient::new);
  Screen.unlessOpen(() -> Errands.load(files, "/etc/passwd"));
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
          Waiting.until(LIMIT, () -> isBack(supervisor));
        });
    Screen.say("host", callers.end());
  }
}

/// It serves again, or no one tries any more.
boolean isBack(Supervisor supervisor) {
  return switch (supervisor.registry().plugin("calculator").snapshot().readiness()) {
    case READY -> supervisor.status("calculator").restarts() > 0;
    case FAILED, STOPPED -> true;
    case DISCOVERED, STARTING, DIED -> false;
  };
}

/// A plugin that asks its host meanwhile, on a connection of its own: one request, seen from both
/// sides.
void callBack(ClientConfig config, Instruments instruments, Path folder) throws IOException {
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
  instruments.tracing().writeJson(folder.resolve(".build/traces.json"));
  SpanTree.of(instruments.tracing().spans()).last(1).text().lines().forEach(IO::println);
}

/// What is left of it all for those who come later.
void look(Supervisor supervisor, Journal journal, Instruments instruments) {
  Screen.title("Figures, and the audit log");
  instruments
      .meters()
      .scrape()
      .lines()
      .filter(line -> line.startsWith("plugin_restarts"))
      .forEach(line -> Screen.say("host", line));
  Screen.unlessOpen(
      () -> Screen.say("host", "audit log: %d lines, whole".formatted(journal.verify())));
  journal.tail(3).forEach(line -> Screen.say("audit", Journal.told(line)));
  Screen.unlessOpen(() -> journal.verifyForged("denied", "granted"));
}

/// Keeps the plugins until Enter, and shows them on a page.
void stay(
    Supervisor supervisor,
    Instruments instruments,
    Journal journal,
    WeatherStation station,
    Path folder)
    throws IOException {
  Screen.title("Stay: open the page, or press Enter to end");
  MonitoringPage page = instruments.page(supervisor, journal);
  try (LoopbackServer server = page.open(PORT);
      Visitors _ = Visitors.of(supervisor, station.url())) {
    IO.println(page.token().tell(server.address(), folder.resolve(".build/page.link")));
    int ignored = System.in.read();
  } catch (BindException e) {
    throw new IllegalStateException(
        "port %d is in use: end the program that has it".formatted(PORT), e);
  }
}
