package gateway.steps;

import gateway.MetricsPage;
import gateway.Observer;
import gateway.Passage;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Metrics: counts requests and their time for Prometheus, by method and status.
///
/// Not by path or subject: a label that visitors choose makes a series for each value. After a swap
/// the figures begin at zero, as Prometheus expects of a process that starts.
public final class RequestMeters implements Observer, MetricsPage {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Override
  public void report(List<Passage> passages) {
    for (Passage passage : passages) {
      Timer.builder("gateway.requests")
          .description("Requests that were answered, and how long that took")
          .tag("method", METHODS.contains(passage.method()) ? passage.method() : "other")
          .tag("status", String.valueOf(passage.status()))
          .serviceLevelObjectives(BUCKETS)
          .register(meters)
          .record(passage.took());
    }
  }

  @Override
  public String text() {
    return meters.scrape();
  }
}
