package monitoring;

import basics.MagicCookie;
import contract.HostServices;
import contract.PrimeCounter;
import contract.Progress;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import extensions.PrimeCounterService;
import io.grpc.Context;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for the tests of traces, as a process of its own. Its argument says what it does when
/// it is asked to count; the answer is always the number that it was given.
///
/// | argument | |
/// |---|---|
/// | `store` | keeps a value in the host's store |
/// | `untraced` | likewise, and knows nothing of traces |
/// | `threads` | in a span of its own, reports from three threads |
/// | `quick` | nothing |
/// | `fail` | throws |
/// | `deaf` | reports and never ends, whoever interrupts it |
/// | `hostile` | forges spans by the thousand |
final class TracedPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "traced"));
  static final int FORGED = 100_000;

  private TracedPlugin() {}

  public static void main(String[] args) {
    if (args[0].equals("untraced")) {
      PluginServer.serve(config(TracedPlugin::store).withConnector(BrokerConnector.forPlugin()));
      return;
    }
    PluginTracing tracing = PluginTracing.toHost();
    PrimeCounter counter =
        switch (args[0]) {
          case "threads" -> (below, host) -> tracing.span("sieve", () -> threads(below, host));
          case "fail" -> TracedPlugin::fail;
          case "deaf" -> TracedPlugin::deaf;
          case "hostile" -> TracedPlugin::forge;
          case "quick" -> (below, host) -> below;
          default -> TracedPlugin::store;
        };
    PluginServer.serve(
        tracing.on(
            config(counter).withConnector(BrokerConnector.forPlugin(tracing.brokerGuard()))));
  }

  private static ServeConfig config(PrimeCounter counter) {
    return ServeConfig.of(
        HANDSHAKE,
        ServiceSet.using(
            "primes", parts -> new PrimeCounterService(counter, GrpcBroker.of(parts))));
  }

  private static long store(long below, HostServices host) {
    host.store().put("key", new byte[] {1});
    return below;
  }

  /// This thread, one that knows the job by its client alone, one that carries gRPC's context.
  private static long threads(long below, HostServices host) {
    report(host, 0);
    CompletableFuture.runAsync(
            () -> report(host, 1), task -> Thread.ofPlatform().daemon().start(task))
        .join();
    CompletableFuture.runAsync(
            Context.current().wrap(() -> report(host, 2)),
            task -> Thread.ofPlatform().daemon().start(task))
        .join();
    return below;
  }

  private static void report(HostServices host, long done) {
    host.progress().report(new Progress(done, 2, "part " + done));
  }

  private static long fail(long below, HostServices host) {
    throw new IllegalStateException("no counting on a holiday");
  }

  private static long deaf(long below, HostServices host) {
    report(host, 1);
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException ignored) {
        // That is what deaf means.
      }
    }
  }

  /// Spans of its own trace without end, of one that is none of its business, and lines that are
  /// nearly spans.
  private static long forge(long below, HostServices host) {
    SpanContext call = Span.fromContext(TraceContext.current()).getSpanContext();
    long now = System.currentTimeMillis() * 1_000_000;
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= FORGED; i++) {
      String id = "%016x".formatted(i);
      // Each is a part of the one before, and the first of the last.
      String parent = "%016x".formatted(i == 1 ? FORGED : i - 1);
      lines.append(line(call.getTraceId(), id, parent, "forged", now, now));
    }
    String other = "ab".repeat(16);
    String callId = call.getSpanId();
    lines.append(line(other, callId, "", "of another trace", now, now));
    lines.append(
        line(call.getTraceId(), callId, "", "of another time", now - 3_600_000_000_000L, now));
    lines.append(line(call.getTraceId(), callId, "", "of no time", now, now - 1));
    lines.append(line("not hexadecimal", callId, "", "of no trace", now, now));
    lines.append(line(call.getTraceId(), callId, "", "huge" + "x".repeat(1 << 20), now, now));
    lines.append(
        line(
            call.getTraceId(),
            "%016x".formatted(FORGED + 1),
            call.getSpanId(),
            "\\u001b[2J\\ud800\\\" ]}\\n trace " + "y".repeat(30_000),
            now,
            now));
    lines.append("{\"@module\":\"trace\",\"@level\":\"trace\",\"span.trace\":{\"a\":[");
    lines.append('\n');
    try (OutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
      stderr.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return below;
  }

  private static String line(
      String trace, String id, String parent, String name, long start, long end) {
    return ("{\"@level\":\"trace\",\"@module\":\"trace\",\"@message\":\"%s\",\"span.trace\":\"%s\","
            + "\"span.id\":\"%s\",\"span.parent\":\"%s\",\"span.kind\":\"server\","
            + "\"span.start\":%d,\"span.end\":%d}\n")
        .formatted(name, trace, id, parent, start, end);
  }
}
