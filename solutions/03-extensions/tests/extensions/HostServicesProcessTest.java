package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import com.google.common.util.concurrent.ListenableFuture;
import contract.HostServices;
import contract.HostUnavailableException;
import contract.JobStoppedException;
import contract.PrimeCounter;
import contract.Progress;
import contract.ProgressListener;
import course.primes.v1.CountPrimesRequest;
import course.primes.v1.CountPrimesResponse;
import course.primes.v1.PrimeCounterGrpc;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Deadline;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A job in a process of its own that calls this one back.
class HostServicesProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final PluginStores stores = new PluginStores(StoreLimits.DEFAULT);

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
    await("no process is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty());
  }

  private static PluginClient plugin(Way way, String mode, Duration timeout) {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            JobPlugin.class.getName(),
            mode);
    return PluginClient.of(
        ClientConfig.builder(JobPlugin.HANDSHAKE, command)
            .plugins(
                PluginSet.of("primes", Dispensed.class, context -> Dispensed.of(context, timeout)))
            .connector(way.connector())
            .startTimeout(Duration.ofSeconds(30))
            .build());
  }

  private HostServices services(ProgressListener listener) {
    return new JobServices(listener, stores.of("primes"));
  }

  @ParameterizedTest
  @EnumSource
  void aJobReportsAndKeepsWhatItHas(Way way) {
    List<Progress> reports = new CopyOnWriteArrayList<>();
    try (PluginClient client = plugin(way, "count", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();

      assertThat(primes.count(5_000_000, services(reports::add))).isEqualTo(348_513);
    }
    assertThat(reports).hasSize(5);
    assertThat(reports).extracting(Progress::done).isSorted();
    assertThat(reports.getLast())
        .isEqualTo(new Progress(5_000_000, 5_000_000, "348513 primes so far"));
    assertThat(stores.of("primes").keys()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void anotherProcessGoesOnWhereOneWasBrokenOff(Way way) {
    List<Progress> first = new CopyOnWriteArrayList<>();
    try (PluginClient client = plugin(way, "count", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();
      ProgressListener three =
          progress -> {
            first.add(progress);
            if (first.size() == 3) {
              throw new JobStoppedException(JobStoppedException.Reason.CANCELLED, "enough");
            }
          };

      assertThatThrownBy(() -> primes.count(5_000_000, services(three)))
          .isInstanceOf(JobStoppedException.class);
    }
    assertThat(stores.of("primes").keys()).containsExactly("primes/5000000");

    List<Progress> second = new CopyOnWriteArrayList<>();
    try (PluginClient client = plugin(way, "count", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();

      assertThat(primes.count(5_000_000, services(second::add))).isEqualTo(348_513);
    }
    assertThat(second).hasSize(2);
    assertThat(second.getFirst().done()).isGreaterThan(first.getLast().done());
  }

  /// The stream stays open here: it is the plugin that has to give its call up.
  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void aCancelledJobStopsTheCallInFlight(Way way) throws InterruptedException {
    Waiting waiting = new Waiting();
    try (PluginClient client = plugin(way, "threads", LONG)) {
      Dispensed plugin = client.dispense("primes", Dispensed.class);
      try (BrokerServer stream = plugin.serve(services(waiting))) {
        ListenableFuture<CountPrimesResponse> job = plugin.begin(1, stream.streamId());
        assertThat(waiting.begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.context.join().isCancelled()).isFalse();

        job.cancel(true);

        assertThat(waiting.interrupted.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
        assertThat(waiting.context.join().isCancelled()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void anInterruptedHostCancelsTheJob(Way way) throws InterruptedException {
    Waiting waiting = new Waiting();
    try (PluginClient client = plugin(way, "threads", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread caller =
          Thread.ofPlatform()
              .start(() -> end.complete(catchThrowable(() -> primes.count(3, services(waiting)))));
      assertThat(waiting.begun.await(20, TimeUnit.SECONDS)).isTrue();

      caller.interrupt();

      assertThat(end.orTimeout(10, TimeUnit.SECONDS).join())
          .isInstanceOfSatisfying(
              JobStoppedException.class,
              e -> assertThat(e.reason()).isEqualTo(JobStoppedException.Reason.CANCELLED));
      assertThat(primes.count(2, services(progress -> {}))).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void theHostsDeadlineComesBackWithTheCallsOfAllThreads(Way way) {
    List<Optional<Deadline>> deadlines = new CopyOnWriteArrayList<>();
    Duration timeout = Duration.ofSeconds(8);
    try (PluginClient client = plugin(way, "threads", timeout)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();

      primes.count(
          4,
          services(
              progress -> deadlines.add(Optional.ofNullable(Context.current().getDeadline()))));
    }
    assertThat(deadlines)
        .hasSize(4)
        .allSatisfy(
            deadline ->
                assertThat(deadline.orElseThrow().timeRemaining(TimeUnit.MILLISECONDS))
                    .isLessThanOrEqualTo(timeout.toMillis()));
  }

  /// Host, plugin, host, plugin, host: the first deadline holds to the end.
  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void theHostsDeadlineGoesOnToWhatACallbackCalls(Way way) {
    CompletableFuture<Optional<Deadline>> innermost = new CompletableFuture<>();
    try (PluginClient outer = plugin(way, "threads", Duration.ofSeconds(7));
        PluginClient inner = plugin(way, "threads", LONG)) {
      PrimeCounter primes = outer.dispense("primes", Dispensed.class).primes();
      PrimeCounter others = inner.dispense("primes", Dispensed.class).primes();
      others.count(1, services(progress -> {}));
      ProgressListener record =
          progress -> innermost.complete(Optional.ofNullable(Context.current().getDeadline()));

      primes.count(1, services(progress -> others.count(1, services(record))));
    }
    assertThat(innermost.join().orElseThrow().timeRemaining(TimeUnit.MILLISECONDS))
        .isLessThanOrEqualTo(7_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void aJobWithoutTimeEndsOnBothSides(Way way) {
    Waiting waiting = new Waiting();
    try (PluginClient client = plugin(way, "threads", Duration.ofSeconds(3))) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();

      assertThatThrownBy(() -> primes.count(1, services(waiting)))
          .isInstanceOfSatisfying(
              JobStoppedException.class,
              e -> assertThat(e.reason()).isEqualTo(JobStoppedException.Reason.DEADLINE));
      assertThat(waiting.interrupted.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void aPluginThatDiesLeavesNoCallBehind(Way way) throws InterruptedException {
    Waiting waiting = new Waiting();
    try (PluginClient client = plugin(way, "threads", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread.ofPlatform()
          .start(() -> end.complete(catchThrowable(() -> primes.count(1, services(waiting)))));
      assertThat(waiting.begun.await(20, TimeUnit.SECONDS)).isTrue();

      ProcessHandle.of(client.reattachConfig().pid()).orElseThrow().destroyForcibly();

      assertThat(end.orTimeout(10, TimeUnit.SECONDS).join())
          .isInstanceOf(HostUnavailableException.class);
      assertThat(waiting.interrupted.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  void aGreedyPluginFillsItsOwnStoreAlone(Way way) {
    try (PluginClient client = plugin(way, "greedy", LONG)) {
      PrimeCounter primes = client.dispense("primes", Dispensed.class).primes();

      assertThat(primes.count(10_000, services(progress -> {}))).isEqualTo(1_000);
    }
    assertThat(stores.of("primes").keys()).hasSize(1_000);
    assertThat(stores.of("other").keys()).isEmpty();
  }

  /// A listener that waits until its call is over.
  private static final class Waiting implements ProgressListener {
    final CountDownLatch begun = new CountDownLatch(1);
    final CompletableFuture<Context> context = new CompletableFuture<>();
    final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final AtomicBoolean first = new AtomicBoolean(true);

    @Override
    public void report(Progress progress) {
      if (!first.getAndSet(false)) {
        return;
      }
      context.complete(Context.current());
      begun.countDown();
      try {
        interrupted.complete(new CountDownLatch(1).await(40, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        interrupted.complete(true);
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The host's client of the plugin, and what it is made of.
  private record Dispensed(PrimeCounter primes, Channel channel, GrpcBroker broker) {
    static Dispensed of(DispenseContext context, Duration timeout) {
      GrpcBroker broker = GrpcBroker.of(context);
      return new Dispensed(
          new PrimeCounterClient(context.channel(), broker, timeout), context.channel(), broker);
    }

    BrokerServer serve(HostServices services) {
      return broker.acceptAndServe(
          broker.nextId(), builder -> builder.addService(new HostServicesService(services)));
    }

    ListenableFuture<CountPrimesResponse> begin(long below, int streamId) {
      return PrimeCounterGrpc.newFutureStub(channel)
          .withDeadlineAfter(60, TimeUnit.SECONDS)
          .countPrimes(
              CountPrimesRequest.newBuilder().setBelow(below).setHostStreamId(streamId).build());
    }
  }
}
