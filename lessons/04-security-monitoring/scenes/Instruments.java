package scenes;

import monitoring.AnomalyPolicy;
import monitoring.AnomalyWatch;
import monitoring.HostTracing;
import monitoring.LogTail;
import monitoring.MonitoringPage;
import monitoring.PluginMeters;
import monitoring.Supervisor;
import monitoring.SystemTimeline;
import monitoring.TracePolicy;
import security.Denial;

/// What the host sees its plugins by: figures, traces, its log, and a watch for the unusual.
///
/// @param timeline the time that all of them go by
/// @param log what this process has logged, of late
/// @param meters counts and measures
/// @param tracing follows requests
/// @param watch compares with what is usual
public record Instruments(
    SystemTimeline timeline,
    LogTail log,
    PluginMeters meters,
    HostTracing tracing,
    AnomalyWatch watch)
    implements AutoCloseable {
  /// Switches them on. The log was configured before.
  public static Instruments open() {
    SystemTimeline timeline = new SystemTimeline();
    return new Instruments(
        timeline,
        LogTail.ofThisProcess(),
        new PluginMeters(),
        HostTracing.open(TracePolicy.DEFAULT),
        new AnomalyWatch(AnomalyPolicy.DEFAULT, timeline));
  }

  /// The same builder, of a supervisor whose calls they see.
  public Supervisor.Builder on(Supervisor.Builder supervisor) {
    return supervisor
        .timeline(timeline)
        .interceptor(meters::interceptor)
        .interceptor(tracing::interceptor)
        .interceptor(watch::interceptor);
  }

  /// Looks at that supervisor's plugins from now on.
  public void lookAt(Supervisor supervisor) {
    meters.watch(supervisor);
    watch.onQuarantine(supervisor::quarantine);
    watch.start();
  }

  /// A plugin was denied something: many of that are unusual, too.
  public void denied(Denial denial) {
    watch.denied(denial.plugin());
  }

  /// All of it on one page.
  public MonitoringPage page(Supervisor supervisor, Journal journal) {
    return MonitoringPage.builder(supervisor, meters)
        .log(log)
        .audit(() -> journal.tail(50))
        .listener(journal::asked)
        .build();
  }

  @Override
  public void close() {
    watch.close();
    tracing.close();
    meters.close();
    log.close();
    timeline.close();
  }
}
