//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS -Dcourse.process=host
//SOURCES ExtensionsDependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES ../../solutions/02-lifecycle/lifecycle/*.java
//SOURCES demo/*.java
//SOURCES extensions/*.java

import basics.Logging;
import basics.MagicCookie;
import basics.PluginException;
import contract.CalculatorException;
import contract.FileEntry;
import contract.FileStore;
import contract.MemoryRegister;
import contract.Operation;
import contract.PrimeCounter;
import contract.Progress;
import contract.ScientificCalculator;
import contract.WebFetcher;
import contract.WebResponse;
import course.ExerciseNotDone;
import course.LessonFolder;
import demo.Callers;
import demo.ConfigFollower;
import demo.Screen;
import demo.WeatherStation;
import extensions.BrokerConnector;
import extensions.BulkCalculatorClient;
import extensions.CalculatorVersions;
import extensions.ConfigWatch;
import extensions.ConfiguredPlugins;
import extensions.FileStoreClient;
import extensions.GrpcBroker;
import extensions.JobServices;
import extensions.PluginCatalog;
import extensions.PluginConfig;
import extensions.PluginManifest;
import extensions.PluginRegistry;
import extensions.PluginStores;
import extensions.PrimeCounterClient;
import extensions.ScientificClient;
import extensions.StoreLimits;
import extensions.SwapReport;
import extensions.WebFetcherClient;
import io.grpc.Channel;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.slf4j.event.Level;

static final Duration START_LIMIT = Duration.ofMinutes(1);
static final long PRIMES_BELOW = 10_000_000;

/// The host of lesson 3: keeps three plugins, gives them a job together, and replaces one of them
/// while it is used. With the argument `stay` it keeps them until Enter is pressed, and follows the
/// changes of plugin-config.yaml.
///
/// Each printed line begins with the process that it tells of.
void main(String[] args) throws IOException {
  Logging.to("System.out", Level.WARN, "log    | %level %message%n");
  try (WeatherStation station = WeatherStation.open()) {
    Path folder = LessonFolder.find();
    Files.createDirectories(folder.resolve(".build/data"));
    PluginConfig config = readConfig(folder.resolve("plugin-config.yaml"));
    PluginCatalog catalog = station.admitTo(ConfiguredPlugins.catalog(config));
    try (PluginRegistry registry =
        PluginRegistry.builder(catalog, this::config)
            .probe(this::firstCall)
            .listener(Screen::tell)
            .open()) {
      if (List.of(args).contains("stay")) {
        stay(registry, config, station);
        return;
      }
      start(registry);
      work(registry, station, folder);
      Screen.unlessOpen(() -> swap(registry, config, folder));
      Screen.title("End");
    }
    withAProcessOfItsOwn(catalog.plugin("calculator"), folder);
  } catch (PluginException | CalculatorException | ExerciseNotDone | IllegalStateException e) {
    Screen.tell(e);
    System.exit(1);
  }
}

PluginConfig readConfig(Path file) throws IOException {
  Screen.title("Configuration");
  PluginConfig config = PluginConfig.load(file);
  config
      .plugins()
      .forEach((name, settings) -> Screen.say("host", name + ": " + told(settings.arguments())));
  Screen.say("host", "the same file with two mistakes in it:");
  Path wrong = file.resolveSibling(".build/mistakes.yaml");
  Files.writeString(
      wrong, Files.readString(file).replace("precision", "precison").replace("100MB", "100mb"));
  Screen.unlessOpen(() -> PluginConfig.load(wrong));
  return config;
}

String told(List<String> arguments) {
  return arguments.isEmpty() ? "no settings" : String.join(" ", arguments);
}

/// How this host uses a plugin. The clients come from the registry's handles, which outlive a
/// process.
ClientConfig config(PluginManifest manifest) {
  return common(manifest)
      .plugins(1, PluginSet.of("channel", Channel.class, DispenseContext::channel))
      .plugins(2, PluginSet.of("channel", Channel.class, DispenseContext::channel))
      .build();
}

ClientConfig.Builder common(PluginManifest manifest) {
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "extensions");
  return manifest
      .config(new HandshakeConfig(1, cookie))
      .connector(BrokerConnector.direct())
      .startTimeout(START_LIMIT);
}

/// A calculator is of use only after this call: the registry makes it with each new process.
void firstCall(PluginManifest manifest, Channel channel) {
  if (manifest.kind().equals("calculator")) {
    new ScientificClient(channel, START_LIMIT).initialize();
  }
}

void start(PluginRegistry registry) {
  Screen.title("Start");
  Screen.showing(registry, table -> registry.startAll(START_LIMIT));
}

/// One job for three plugins: fetch readings, calculate, write a report.
void work(PluginRegistry registry, WeatherStation station, Path folder) {
  Screen.title("A job for all three");
  WebFetcher web = registry.plugin("network").client(WebFetcherClient::new);
  ScientificCalculator calculator = registry.plugin("calculator").client(ScientificClient::new);
  BulkCalculatorClient bulk = registry.plugin("calculator").client(BulkCalculatorClient::new);
  FileStore files = registry.plugin("file-ops").client(FileStoreClient::new);

  String text = station.text();
  Screen.unlessOpen(() -> Screen.say("host", "network: " + fetch(web, station.url())));
  double[] readings = text.lines().mapToDouble(Double::parseDouble).toArray();
  Screen.unlessOpen(
      () -> Screen.say("host", "calculator: mean %.4f".formatted(mean(bulk, readings))));
  Screen.unlessOpen(
      () -> Screen.say("host", "calculator: 20! = %.0f".formatted(calculator.factorial(20))));
  String report = folder.resolve(".build/data/report.txt").toString();
  Screen.unlessOpen(() -> Screen.say("host", "file-ops: " + save(files, report, text)));

  Screen.title("What they refuse");
  Screen.unlessOpen(() -> calculator.sqrt(-1));
  Screen.unlessOpen(() -> fetch(web, "http://169.254.169.254/"));
  Screen.unlessOpen(() -> files.delete(folder.resolve(".build/data/../mistakes.yaml").toString()));
}

String fetch(WebFetcher web, String url) {
  try (WebResponse response = web.fetch(url)) {
    long lines =
        new String(response.body().readAllBytes(), StandardCharsets.US_ASCII).lines().count();
    return "status %d, %d readings from %s".formatted(response.status(), lines, response.url());
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

/// Adds neighbours in batches until one number is left: a batch for each power of two.
double mean(BulkCalculatorClient bulk, double[] values) {
  double[] left = values;
  while (left.length > 1) {
    double[] terms = left;
    List<Operation> pairs =
        IntStream.range(0, (terms.length + 1) / 2)
            .mapToObj(
                i -> Operation.add(terms[2 * i], 2 * i + 1 < terms.length ? terms[2 * i + 1] : 0))
            .toList();
    left = bulk.calculate(pairs).stream().mapToDouble(outcome -> outcome.orThrow()).toArray();
  }
  return left[0] / values.length;
}

String save(FileStore files, String path, String text) {
  try {
    long bytes = files.write(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> names =
        files.list(Path.of(path).getParent().toString(), "").entries().stream()
            .map(FileEntry::name)
            .toList();
    return "%d bytes written; in the folder there are %s".formatted(bytes, names);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

/// Replaces the calculator by its next version while others use it without a pause.
void swap(PluginRegistry registry, PluginConfig config, Path folder) {
  Screen.title("Swap the calculator in use");
  PluginManifest next =
      ConfiguredPlugins.configured(
          PluginManifest.read(folder.resolve("next/calculator/plugin.yaml")),
          "calculator",
          config.plugin("calculator").orElseThrow());
  ScientificCalculator calculator = registry.plugin("calculator").client(ScientificClient::new);
  try (Callers callers = Callers.on(calculator)) {
    Screen.showing(
        registry,
        table -> {
          SwapReport report = registry.swap(next);
          Screen.say("host", "version %s gave way to %s".formatted(report.from(), report.to()));
        });
    Screen.say("host", callers.end());
  }
}

/// What needs a connection, or a file, of its own: a plugin that asks its host, and one that has a
/// memory.
void withAProcessOfItsOwn(PluginManifest manifest, Path folder) {
  Screen.title("A process of its own: ask the host, and remember");
  List<String> command = new ArrayList<>(manifest.command());
  command.add("memory_file=" + folder.resolve(".build/data/memory.json"));
  PluginSet plugins =
      CalculatorVersions.ofHost()
          .get(2)
          .and(
              "primes",
              PrimeCounter.class,
              context -> new PrimeCounterClient(context.channel(), GrpcBroker.of(context)));
  ClientConfig config = common(manifest.withCommand(command)).plugins(2, plugins).build();
  try (PluginClient plugin = PluginClient.of(config)) {
    Screen.unlessOpen(() -> count(plugin.dispense("primes", PrimeCounter.class)));
    Screen.unlessOpen(() -> remember(plugin.dispense("memory", MemoryRegister.class)));
    long pid = Long.parseLong(plugin.id().orElseThrow());
    Screen.say("host", "kill -9 " + pid);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }
  try (PluginClient plugin = PluginClient.of(config)) {
    Screen.unlessOpen(() -> recall(plugin.dispense("memory", MemoryRegister.class)));
  }
}

void count(PrimeCounter counter) {
  PluginStores stores = new PluginStores(StoreLimits.DEFAULT);
  long primes = counter.count(PRIMES_BELOW, new JobServices(this::report, stores.of("calculator")));
  Screen.say("host", "there are %,d primes below %,d".formatted(primes, PRIMES_BELOW));
}

void report(Progress progress) {
  Screen.say(
      "plugin", "%3d %% %s".formatted(100 * progress.done() / progress.total(), progress.note()));
}

void remember(MemoryRegister memory) {
  memory.store(40);
  Screen.say("host", "memory: " + memory.add(2));
}

void recall(MemoryRegister memory) {
  Screen.say("host", "a new process remembers: " + memory.recall());
}

/// Keeps the plugins until Enter, and swaps those whose settings change.
void stay(PluginRegistry registry, PluginConfig config, WeatherStation station) {
  Screen.title("Start, and stay: change plugin-config.yaml, or press Enter to end");
  Screen.showing(
      registry,
      table -> {
        registry.startAll(START_LIMIT);
        try (ConfigWatch watch = ConfigWatch.start(config.file())) {
          watch.listen(new ConfigFollower(registry, station));
          int ignored = System.in.read();
          table.entered();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
}
