//JAVA 25+
//SOURCES SecurityDependencies.java
//SOURCES MonitoringDependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES ../../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../../solutions/03-extensions/extensions/*.java
//SOURCES security/*.java
//SOURCES monitoring/*.java

import basics.CalculatorImpl;
import basics.MagicCookie;
import contract.ScientificCalculator;
import extensions.BrokerConnector;
import extensions.BulkCalculatorService;
import extensions.CalculatorVersions;
import extensions.ConfinedFiles;
import extensions.FileRules;
import extensions.FileStoreService;
import extensions.GrpcBroker;
import extensions.JdkWebFetcher;
import extensions.MathCalculator;
import extensions.PluginArguments;
import extensions.PrimeCounterService;
import extensions.RoundedCalculator;
import extensions.SegmentedPrimeCounter;
import extensions.WebFetcherService;
import extensions.WebRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import monitoring.PluginTracing;
import security.AutoMtls;
import security.Secret;
import security.SecretInbox;

/// The plugins of lesson 4. The first argument says which one this process is: `calculator`,
/// `file-ops` or `network`; the others are its settings.
///
/// They know nothing of signatures, sandbox or permissions: that is the host's affair. What they do
/// is to prove who they are, to take their secrets, and to tell what their time went into.
void main(String[] args) {
  PluginArguments settings = PluginArguments.of(args);
  switch (args.length == 0 ? "" : args[0]) {
    case "calculator" -> serve(calculator(settings));
    case "file-ops" -> serve(fileOps(settings));
    case "network" -> serve(network(settings));
    default -> {
      System.err.println("Which plugin? The first argument is calculator, file-ops or network.");
      System.exit(1);
    }
  }
}

void serve(ServiceSet services) {
  HandshakeConfig handshake = new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "security"));
  PluginTracing tracing = PluginTracing.toHost();
  PluginServer.serve(
      tracing.on(
          ServeConfig.of(handshake, services)
              .withSecurity(AutoMtls.plugin())
              .withConnector(BrokerConnector.forPlugin(tracing.brokerGuard()))));
}

ServiceSet calculator(PluginArguments settings) {
  ScientificCalculator calculator =
      new RoundedCalculator(
          new MathCalculator(new CalculatorImpl()), (int) settings.number("precision"));
  return CalculatorVersions.ofPlugin(() -> calculator)
      .get(2)
      .and("bulk", () -> new BulkCalculatorService(calculator))
      .andUsing(
          "primes",
          parts -> new PrimeCounterService(new SegmentedPrimeCounter(), GrpcBroker.of(parts)));
}

ServiceSet fileOps(PluginArguments settings) {
  List<Path> allowed = settings.all("allowed_path").stream().map(Path::of).toList();
  FileRules rules = FileRules.of(allowed, settings.number("max_file_bytes"));
  return ServiceSet.of("files", () -> new FileStoreService(new ConfinedFiles(rules)));
}

ServiceSet network(PluginArguments settings) {
  WebRules rules =
      WebRules.of(
              settings.all("allowed_host"),
              settings.number("max_response_bytes"),
              Duration.ofMillis(settings.number("timeout_ms")))
          .withPorts(ports(settings))
          .withAddresses(List.of("127.0.0.0/8"));
  SecretInbox inbox = new SecretInbox();
  StationKey key = new StationKey(inbox, ports(settings));
  JdkWebFetcher fetcher = new JdkWebFetcher(rules).authorizedBy(key::authorization);
  return ServiceSet.of("web", () -> new WebFetcherService(fetcher)).andUsing("secrets", inbox);
}

/// The key of the weather station, which no one but the host tells.
static final class StationKey {
  private final SecretInbox inbox;
  private final Set<Integer> ports;
  private Optional<String> header = Optional.empty();

  StationKey(SecretInbox inbox, Set<Integer> ports) {
    this.inbox = inbox;
    this.ports = ports;
  }

  /// The station alone is shown the key, and no other server on this machine.
  synchronized Optional<String> authorization(String origin) {
    if (ports.stream().noneMatch(port -> origin.equals("http://127.0.0.1:" + port))) {
      return Optional.empty();
    }
    if (header.isEmpty()) {
      try (Secret key = inbox.take("station-key", Duration.ofSeconds(10))) {
        header = Optional.of("Bearer " + String.valueOf(key.text()));
      }
    }
    return header;
  }
}

Set<Integer> ports(PluginArguments settings) {
  return settings.all("allowed_port").stream()
      .map(Integer::valueOf)
      .collect(Collectors.toUnmodifiableSet());
}
