package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.HostUnavailableException;
import contract.JobStoppedException;
import contract.PrimeCounter;
import course.primes.v1.CountPrimesRequest;
import course.primes.v1.CountPrimesResponse;
import course.primes.v1.PrimeCounterGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request through real processes: host, plugin, and back to the host.
class HostTracingTest {
  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  private static String parentOf(TracedSpan traced) {
    return traced.span().parentSpanId();
  }

  private static TracedSpan only(
      List<TracedSpan> spans, String service, SpanKind kind, String name) {
    assertThat(spans)
        .filteredOn(
            traced ->
                traced.service().equals(service)
                    && traced.span().kind() == kind
                    && traced.span().name().equals(name))
        .as("%s %s %s", service, kind, name)
        .hasSize(1);
    return spans.stream()
        .filter(
            traced ->
                traced.service().equals(service)
                    && traced.span().kind() == kind
                    && traced.span().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallAndWhatThePluginAsksMeanwhileAreOneTrace(boolean multiplexed) {
    try (TracedHost host = TracedHost.of("store", TracePolicy.DEFAULT, multiplexed)) {
      assertThat(host.count(7)).isEqualTo(7);

      List<TracedSpan> spans = host.spans(4);
      assertThat(spans).hasSize(4);
      assertThat(spans).extracting(traced -> traced.span().traceId()).containsOnly(traceOf(spans));
      TracedSpan call = only(spans, "host", SpanKind.CLIENT, TracedHost.COUNT);
      TracedSpan work = only(spans, "primes", SpanKind.SERVER, TracedHost.COUNT);
      TracedSpan question = only(spans, "primes", SpanKind.CLIENT, TracedHost.PUT);
      TracedSpan answer = only(spans, "host", SpanKind.SERVER, TracedHost.PUT);
      assertThat(parentOf(call)).isEmpty();
      assertThat(parentOf(work)).isEqualTo(call.span().spanId());
      assertThat(parentOf(question)).isEqualTo(work.span().spanId());
      assertThat(parentOf(answer)).isEqualTo(question.span().spanId());
      assertThat(spans).noneMatch(traced -> traced.span().failed());
      assertThat(call.processId()).isEqualTo(String.valueOf(ProcessHandle.current().pid()));
      assertThat(work.processId()).isEqualTo(host.plugin.id().orElseThrow());
      assertThat(call.span().attributes())
          .containsEntry("rpc.method", "CountPrimes")
          .containsEntry("plugin.name", "primes")
          .containsEntry("rpc.grpc.status_code", 0L);
      assertThat(host.tracing.refused()).isZero();
    }
  }

  private static String traceOf(List<TracedSpan> spans) {
    return spans.getFirst().span().traceId();
  }

  @Test
  void otherThreadsOfTheRequestBelongToItsTrace() {
    try (TracedHost host = TracedHost.of("threads")) {
      assertThat(host.count(1)).isEqualTo(1);

      List<TracedSpan> spans = host.spans(9);
      assertThat(spans).extracting(traced -> traced.span().traceId()).containsOnly(traceOf(spans));
      TracedSpan work = only(spans, "primes", SpanKind.SERVER, TracedHost.COUNT);
      TracedSpan sieve = only(spans, "primes", SpanKind.INTERNAL, "sieve");
      assertThat(parentOf(sieve)).isEqualTo(work.span().spanId());
      // The job's client knows the call, the thread itself the piece of work.
      assertThat(spans)
          .filteredOn(traced -> traced.span().name().equals(TracedHost.REPORT))
          .filteredOn(traced -> traced.span().kind() == SpanKind.CLIENT)
          .extracting(HostTracingTest::parentOf)
          .containsExactly(sieve.span().spanId(), work.span().spanId(), work.span().spanId());
    }
  }

  @Test
  void aFailureIsTheStatusOfBothSides() {
    try (TracedHost host = TracedHost.of("fail")) {
      assertThatThrownBy(() -> host.count(1)).isInstanceOf(RuntimeException.class);

      List<TracedSpan> spans = host.spans(2);
      TracedSpan call = only(spans, "host", SpanKind.CLIENT, TracedHost.COUNT);
      TracedSpan work = only(spans, "primes", SpanKind.SERVER, TracedHost.COUNT);
      assertThat(call.span().failed()).isTrue();
      assertThat(call.span().statusText()).startsWith("INTERNAL");
      assertThat(work.span().failed()).isTrue();
      assertThat(work.span().statusText())
          .isEqualTo("INTERNAL: java.lang.IllegalStateException: no counting on a holiday");
      assertThat(SpanTree.of(spans).text()).contains("! INTERNAL: java.lang.IllegalStateException");
    }
  }

  @Test
  void aCallThatIsGivenUpEndsItsSpansThoughThePluginWorksOn() throws Exception {
    try (TracedHost host = TracedHost.of("deaf")) {
      AtomicReference<Throwable> error = new AtomicReference<>();
      Thread caller = Thread.ofPlatform().start(() -> error.set(failure(() -> host.count(1))));
      assertThat(host.reports.poll(60, TimeUnit.SECONDS)).isNotNull();
      caller.interrupt();
      caller.join(60_000);
      assertThat(error.get()).isInstanceOf(JobStoppedException.class);

      List<TracedSpan> spans = host.spans(4);
      TracedSpan call = only(spans, "host", SpanKind.CLIENT, TracedHost.COUNT);
      TracedSpan work = only(spans, "primes", SpanKind.SERVER, TracedHost.COUNT);
      assertThat(call.span().statusText()).startsWith("CANCELLED");
      assertThat(work.span().statusText()).startsWith("CANCELLED");
    }
  }

  /// A side connection's server has no one who makes a status of what a service throws.
  @Test
  void aServiceThatThrowsFailsItsSpan() throws IOException {
    HostTracing tracing = HostTracing.open(TracePolicy.DEFAULT);
    NettyServerBuilder builder =
        NettyServerBuilder.forPort(0)
            .addService(
                new PrimeCounterGrpc.PrimeCounterImplBase() {
                  @Override
                  public void countPrimes(
                      CountPrimesRequest request, StreamObserver<CountPrimesResponse> answer) {
                    throw new IllegalStateException("no counting on a holiday");
                  }
                });
    tracing.brokerGuard("primes").servers().accept(builder);
    Server server = builder.build().start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    try (tracing) {
      assertThatThrownBy(
              () ->
                  PrimeCounterGrpc.newBlockingStub(channel)
                      .countPrimes(CountPrimesRequest.getDefaultInstance()))
          .hasMessageContaining("UNKNOWN");

      assertThat(tracing.spans())
          .extracting(traced -> traced.span().statusText())
          .containsExactly("UNKNOWN: java.lang.IllegalStateException: no counting on a holiday");
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private static Throwable failure(Runnable work) {
    try {
      work.run();
      return new AssertionError("it did not fail");
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Test
  void aPluginThatIsKilledLeavesTheHostsSpanWithItsError() throws Exception {
    try (TracedHost host = TracedHost.of("deaf")) {
      CompletableFuture<Throwable> error =
          CompletableFuture.supplyAsync(
              () -> failure(() -> host.count(1)), task -> Thread.ofPlatform().daemon().start(task));
      assertThat(host.reports.poll(60, TimeUnit.SECONDS)).isNotNull();
      long pid = Long.parseLong(host.plugin.id().orElseThrow());
      assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();

      assertThat(error.get(60, TimeUnit.SECONDS)).isInstanceOf(HostUnavailableException.class);
      await()
          .atMost(MonitoringFixture.LONG)
          .untilAsserted(
              () ->
                  assertThat(
                          only(host.tracing.spans(), "host", SpanKind.CLIENT, TracedHost.COUNT)
                              .span()
                              .statusText())
                      .startsWith("UNAVAILABLE"));
    }
  }

  @Test
  void aPieceOfTheHostsWorkHoldsItsCallsTogether() {
    try (TracedHost host = TracedHost.of("quick")) {
      long sum = host.tracing.span("report", () -> host.count(3) + host.count(4));

      assertThat(sum).isEqualTo(7);
      List<TracedSpan> spans = host.spans(5);
      TracedSpan report = only(spans, "host", SpanKind.INTERNAL, "report");
      assertThat(spans).extracting(traced -> traced.span().traceId()).containsOnly(traceOf(spans));
      assertThat(spans)
          .filteredOn(traced -> parentOf(traced).equals(report.span().spanId()))
          .hasSize(2);
    }
  }

  @Test
  void aTraceThatIsNotRecordedIsSoInNoProcess() {
    try (TracedHost host =
        TracedHost.of("store", TracePolicy.DEFAULT.withRatio(0), /* multiplexed= */ false)) {
      assertThat(host.count(1)).isEqualTo(1);
      // All that the plugin says is read when it has ended.
      host.plugin.close();

      assertThat(host.tracing.spans()).isEmpty();
      assertThat(host.tracing.refused()).isZero();
    }
  }

  @Test
  void aPluginThatKnowsNothingOfTracesCostsNothingButItsSpans() {
    try (TracedHost host = TracedHost.of("untraced")) {
      assertThat(host.count(1)).isEqualTo(1);

      List<TracedSpan> spans = host.spans(2);
      TracedSpan call = only(spans, "host", SpanKind.CLIENT, TracedHost.COUNT);
      TracedSpan answer = only(spans, "host", SpanKind.SERVER, TracedHost.PUT);
      assertThat(answer.span().traceId()).isNotEqualTo(call.span().traceId());
      assertThat(parentOf(answer)).isEmpty();
    }
  }

  @Test
  void theFileIsWhatToolsForOpenTelemetryRead(@TempDir Path folder) throws IOException {
    try (TracedHost host = TracedHost.of("store")) {
      assertThat(host.count(1)).isEqualTo(1);
      List<TracedSpan> spans = host.spans(4);
      Path file = folder.resolve("traces.json");

      host.tracing.writeJson(file);
      host.tracing.writeJson(file);

      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
      JsonNode resources = new JsonMapper().readTree(Files.readString(file)).get("resourceSpans");
      assertThat(resources).hasSize(2);
      JsonNode plugin =
          resources
              .valueStream()
              .filter(resource -> resource.toString().contains("\"stringValue\":\"primes\"}}"))
              .filter(
                  resource ->
                      attribute(resource.get("resource"), "service.name", "stringValue")
                          .equals("primes"))
              .findFirst()
              .orElseThrow();
      assertThat(attribute(plugin.get("resource"), "process.pid", "intValue"))
          .isEqualTo(host.plugin.id().orElseThrow());
      JsonNode told = plugin.get("scopeSpans").get(0).get("spans");
      assertThat(told).hasSize(2);
      JsonNode work =
          told.valueStream()
              .filter(span -> span.get("kind").asInt() == 2)
              .findFirst()
              .orElseThrow();
      FinishedSpan same = only(spans, "primes", SpanKind.SERVER, TracedHost.COUNT).span();
      assertThat(work.get("traceId").asString()).isEqualTo(same.traceId());
      assertThat(work.get("parentSpanId").asString()).isEqualTo(same.parentSpanId());
      assertThat(work.get("startTimeUnixNano").asString()).isEqualTo(same.startNanos() + "");
      assertThat(work.get("endTimeUnixNano").isString()).isTrue();
      assertThat(work.get("status")).isEmpty();
      assertThat(attribute(work, "rpc.method", "stringValue")).isEqualTo("CountPrimes");
    }
  }

  private static String attribute(JsonNode of, String key, String type) {
    return of.get("attributes")
        .valueStream()
        .filter(attribute -> attribute.get("key").asString().equals(key))
        .map(attribute -> attribute.get("value").get(type).asString())
        .findFirst()
        .orElse("none");
  }

  /// Both ways in turn, over one process, so that whatever else the machine does weighs on both.
  @Test
  void aTracedCallTakesNotMuchLongerThanAnother() {
    try (TracedHost host = TracedHost.of("quick")) {
      TracedHost.Counters counters = host.counters();
      long[] traced = new long[200];
      long[] plain = new long[200];
      for (int round = -50; round < traced.length; round++) {
        long with = nanos(host, counters.traced());
        long without = nanos(host, counters.plain());
        if (round >= 0) {
          traced[round] = with;
          plain[round] = without;
        }
      }
      Arrays.sort(traced);
      Arrays.sort(plain);
      assertThat(traced[100]).isLessThan(2 * plain[100] + 1_000_000);
    }
  }

  private static long nanos(TracedHost host, PrimeCounter counter) {
    long start = System.nanoTime();
    assertThat(counter.count(5, host.services())).isEqualTo(5);
    return System.nanoTime() - start;
  }
}
