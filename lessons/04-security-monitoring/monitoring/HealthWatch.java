package monitoring;

import extensions.PluginHandle;
import extensions.PluginReadiness;
import extensions.PluginSnapshot;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import lifecycle.PluginStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks each plugin that serves for its health (`grpc.health.v1`), again and again, and gives up a
/// process that lives and does not answer. Its standby is asked likewise.
final class HealthWatch implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(HealthWatch.class);

  private final HealthPolicy policy;
  private final Timeline timeline;
  private final BiConsumer<PluginHandle, String> giveUp;
  private final Map<String, Checked> checked = new ConcurrentHashMap<>();
  private final Map<String, Checked> standbys = new ConcurrentHashMap<>();
  private final Map<String, Timeline.Appointment> next = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// What one process said.
  private record Checked(String processId, HealthReport report) {}

  /// @param giveUp called with a plugin and the reason; may take its time
  HealthWatch(HealthPolicy policy, Timeline timeline, BiConsumer<PluginHandle, String> giveUp) {
    this.policy = policy;
    this.timeline = timeline;
    this.giveUp = giveUp;
  }

  void watch(PluginHandle plugin) {
    if (!closed) {
      next.put(plugin.name(), timeline.after(policy.interval(), () -> check(plugin)));
    }
  }

  /// The last report on the process that serves now.
  HealthReport report(PluginSnapshot snapshot) {
    Checked last = checked.get(snapshot.manifest().name());
    return last != null && last.processId().equals(processId(snapshot))
        ? last.report()
        : HealthReport.NONE;
  }

  private static String processId(PluginSnapshot snapshot) {
    return snapshot.process().map(PluginStatus::id).orElse("");
  }

  private void check(PluginHandle plugin) {
    try {
      PluginSnapshot snapshot = plugin.snapshot();
      if (snapshot.readiness() == PluginReadiness.READY && !closed) {
        ask(plugin, processId(snapshot));
        boolean ignored =
            plugin.examineStandby((id, channel) -> closed || isOfUse(plugin.name(), id, channel));
      }
    } finally {
      watch(plugin);
    }
  }

  private void ask(PluginHandle plugin, String processId) {
    String name = plugin.name();
    Map<String, String> answers = new TreeMap<>();
    List<String> services = new ArrayList<>(policy.services().getOrDefault(name, Set.of()));
    services.add(HealthReport.WHOLE);
    services.forEach(service -> answers.put(service, answer(plugin.channel(), service)));
    PluginSnapshot after = plugin.snapshot();
    if (!processId(after).equals(processId)) {
      // Some answers may be another process's.
      return;
    }
    HealthReport report = report(after).after(answers);
    checked.put(name, new Checked(processId, report));
    if (report.failures() >= policy.failures() && !closed) {
      giveUp.accept(
          plugin,
          "it failed %d health checks in a row: %s"
              .formatted(report.failures(), answers.get(HealthReport.WHOLE)));
    }
  }

  /// A standby that hangs is found before it is needed.
  private boolean isOfUse(String name, String processId, Channel channel) {
    Checked last = standbys.get(name);
    HealthReport before =
        last != null && last.processId().equals(processId) ? last.report() : HealthReport.NONE;
    String answer = answer(channel, HealthReport.WHOLE);
    HealthReport report = before.after(Map.of(HealthReport.WHOLE, answer));
    standbys.put(name, new Checked(processId, report));
    if (report.failures() < policy.failures()) {
      return true;
    }
    LOGGER.warn(
        "the standby of the plugin \"{}\" is given up: it failed {} health checks in a row: {}",
        name,
        report.failures(),
        answer);
    return false;
  }

  private String answer(Channel channel, String service) {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();
    try {
      return HealthGrpc.newBlockingStub(channel)
          .withDeadlineAfter(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
          .check(request)
          .getStatus()
          .name()
          .toLowerCase(Locale.ROOT);
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
          ? "no answer within " + Words.of(policy.timeout())
          : e.getStatus().getCode().name().toLowerCase(Locale.ROOT);
    }
  }

  /// Asks no more.
  @Override
  public void close() {
    closed = true;
    next.values().forEach(Timeline.Appointment::cancel);
  }
}
