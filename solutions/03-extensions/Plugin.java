//JAVA 25+
//SOURCES ExtensionsDependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES ../../solutions/02-lifecycle/lifecycle/*.java
//SOURCES extensions/*.java

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
import extensions.SavedMemory;
import extensions.SegmentedPrimeCounter;
import extensions.WebFetcherService;
import extensions.WebRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// The plugins of lesson 3. The first argument says which one this process is: `calculator`,
/// `file-ops` or `network`; the others are its settings.
void main(String[] args) {
  PluginArguments settings = PluginArguments.of(args);
  switch (args.length == 0 ? "" : args[0]) {
    case "calculator" -> serve(calculator(settings));
    case "file-ops" -> serve(Map.of(1, fileOps(settings)));
    case "network" -> serve(Map.of(1, network(settings)));
    default -> {
      System.err.println("Which plugin? The first argument is calculator, file-ops or network.");
      System.exit(1);
    }
  }
}

void serve(Map<Integer, ServiceSet> versions) {
  HandshakeConfig handshake =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "extensions"));
  PluginServer.serve(
      ServeConfig.of(handshake, versions).withConnector(BrokerConnector.forPlugin()));
}

/// Both versions of the calculator. One with a memory cannot be swapped in use: only one process at
/// a time may have the file.
Map<Integer, ServiceSet> calculator(PluginArguments settings) {
  ScientificCalculator calculator =
      new RoundedCalculator(
          new MathCalculator(new CalculatorImpl()), (int) settings.number("precision"));
  Map<Integer, ServiceSet> versions =
      settings
          .text("memory_file")
          .map(Path::of)
          .map(file -> CalculatorVersions.ofPlugin(() -> calculator, () -> SavedMemory.open(file)))
          .orElseGet(() -> CalculatorVersions.ofPlugin(() -> calculator));
  return versions.entrySet().stream()
      .collect(Collectors.toMap(Map.Entry::getKey, each -> more(each.getValue(), calculator)));
}

ServiceSet more(ServiceSet services, ScientificCalculator calculator) {
  return services
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
          .withAddresses(
              settings.text("allow_private").equals(Optional.of("true"))
                  ? List.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
                  : List.of());
  return ServiceSet.of("web", () -> new WebFetcherService(new JdkWebFetcher(rules)));
}

Set<Integer> ports(PluginArguments settings) {
  return settings.all("allowed_port").stream()
      .map(Integer::valueOf)
      .collect(Collectors.toUnmodifiableSet());
}
