package monitoring;

import static org.awaitility.Awaitility.await;

import contract.HostServices;
import contract.PrimeCounter;
import contract.Progress;
import extensions.BrokerConnector;
import extensions.BrokerGuard;
import extensions.GrpcBroker;
import extensions.JobServices;
import extensions.PluginStores;
import extensions.PrimeCounterClient;
import extensions.StoreLimits;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lifecycle.ClientConfig;
import lifecycle.KillTimes;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.slf4j.LoggerFactory;

/// A host with one [TracedPlugin]. Close it.
final class TracedHost implements AutoCloseable {
  static final String COUNT = "course.primes.v1.PrimeCounter/CountPrimes";
  static final String PUT = "course.host.v1.HostServices/PutValue";
  static final String REPORT = "course.host.v1.HostServices/ReportProgress";

  final HostTracing tracing;
  final PluginClient plugin;
  final BlockingQueue<Progress> reports = new LinkedBlockingQueue<>();
  private final PluginStores stores = new PluginStores(StoreLimits.DEFAULT);

  private TracedHost(HostTracing tracing, PluginClient plugin) {
    this.tracing = tracing;
    this.plugin = plugin;
    plugin.ping();
  }

  /// What a host needs of its plugin.
  record Counters(PrimeCounter traced, PrimeCounter plain) {}

  static TracedHost of(String mode) {
    return of(mode, TracePolicy.DEFAULT, /* multiplexed= */ false);
  }

  static TracedHost of(String mode, TracePolicy policy, boolean multiplexed) {
    HostTracing tracing = HostTracing.open(policy);
    BrokerGuard guard = tracing.brokerGuard("primes");
    ClientConfig config =
        ClientConfig.builder(
                TracedPlugin.HANDSHAKE, MonitoringFixture.command(TracedPlugin.class, mode))
            .plugins(
                PluginSet.of(
                    "primes",
                    Counters.class,
                    context -> counters(context.channel(), GrpcBroker.of(context), tracing)))
            .connector(
                multiplexed ? BrokerConnector.multiplexed(guard) : BrokerConnector.direct(guard))
            .stderrLines(tracing.spansOf("primes"))
            .logger(LoggerFactory.getLogger("plugin.primes"))
            .startTimeout(Duration.ofSeconds(60))
            .killTimes(
                new KillTimes(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5)))
            .build();
    return new TracedHost(tracing, PluginClient.of(config));
  }

  private static Counters counters(Channel channel, GrpcBroker broker, HostTracing tracing) {
    return new Counters(
        new PrimeCounterClient(
            ClientInterceptors.intercept(channel, tracing.interceptor("primes")), broker),
        new PrimeCounterClient(channel, broker));
  }

  Counters counters() {
    return plugin.dispense("primes", Counters.class);
  }

  HostServices services() {
    return new JobServices(reports::add, stores.of("primes"));
  }

  long count(long below) {
    return counters().traced().count(below, services());
  }

  /// All spans, once there are that many.
  List<TracedSpan> spans(int count) {
    return await(count + " spans have come")
        .atMost(MonitoringFixture.LONG)
        .until(tracing::spans, spans -> spans.size() >= count);
  }

  @Override
  public void close() {
    plugin.close();
    tracing.close();
  }
}
