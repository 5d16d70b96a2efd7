package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import basics.ListeningServer;
import basics.Logging;
import basics.PluginConnection;
import basics.UnixListener;
import contract.HostServices;
import contract.HostUnavailableException;
import contract.JobStoppedException;
import contract.KeyValueStore;
import contract.Progress;
import contract.StoreRefusedException;
import course.host.v1.HostServicesGrpc;
import course.host.v1.ReportProgressRequest;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Host services over a real socket.
class HostServicesTest {
  private static final Progress HALF = new Progress(1, 2, "half");

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final KeyValueStore store = new ConfinedStore(StoreLimits.DEFAULT);
  private volatile Consumer<Progress> listener = progress -> {};
  private ListeningServer server = serve();
  private PluginConnection connection = PluginConnection.open(server.address());

  private ListeningServer serve() {
    HostServices services = new JobServices(progress -> listener.accept(progress), store);
    return UnixListener.inTempDirectory()
        .listen(
            builder ->
                builder
                    .addService(new HostServicesService(services))
                    .maxInboundMessageSize(HostServicesService.MESSAGE_LIMIT_BYTES));
  }

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void warmUp() {
    client().progress().report(HALF);
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
    timer.shutdownNow();
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  private HostServices client() {
    return new HostServicesClient(connection.channel());
  }

  @Test
  void theStoreIsTheHosts() {
    KeyValueStore remote = client().store();
    remote.put("b", new byte[] {1, 2});
    remote.put("a", new byte[0]);

    assertThat(store.keys()).containsExactly("a", "b");
    assertThat(remote.keys()).containsExactly("a", "b");
    assertThat(remote.get("b")).contains(new byte[] {1, 2});
    assertThat(remote.get("a")).contains(new byte[0]);
    assertThat(remote.get("c")).isEmpty();
    assertThat(remote.remove("a")).isTrue();
    assertThat(remote.remove("a")).isFalse();
  }

  @Test
  void refusalsKeepTheirReason() {
    KeyValueStore remote = client().store();
    byte[] tooLong = new byte[StoreLimits.DEFAULT.valueBytes() + 1];
    byte[] farTooLong = new byte[HostServicesService.MESSAGE_LIMIT_BYTES + 1];

    for (byte[] value : List.of(tooLong, farTooLong)) {
      assertThatThrownBy(() -> remote.put("a", value))
          .isInstanceOfSatisfying(
              StoreRefusedException.class,
              e -> assertThat(e.reason()).isEqualTo(StoreRefusedException.Reason.INVALID));
    }
    for (int i = 0; i < StoreLimits.DEFAULT.keys(); i++) {
      store.put("k" + i, new byte[0]);
    }
    assertThatThrownBy(() -> remote.put("a", new byte[0]))
        .hasMessageContaining("1000 keys are allowed")
        .isInstanceOfSatisfying(
            StoreRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreRefusedException.Reason.FULL));
  }

  @Test
  void aReportThatIsNoneReachesNoListener() {
    listener = progress -> assertThat(progress).isEqualTo(HALF);
    HostServicesGrpc.HostServicesBlockingStub stub =
        HostServicesGrpc.newBlockingStub(connection.channel())
            .withDeadlineAfter(20, TimeUnit.SECONDS);
    List<ReportProgressRequest> bad =
        List.of(
            ReportProgressRequest.newBuilder().setDone(2).setTotal(1).build(),
            ReportProgressRequest.newBuilder().setDone(-1).build(),
            ReportProgressRequest.newBuilder().setNote("x".repeat(201)).build(),
            ReportProgressRequest.newBuilder().setNote("\u001b[2J").build());

    for (ReportProgressRequest request : bad) {
      StatusRuntimeException failure =
          catchThrowableOfType(StatusRuntimeException.class, () -> stub.reportProgress(request));
      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void theHostsFaultIsNoOneElsesBusiness() {
    listener =
        progress -> {
          throw new IllegalStateException("a secret of the host");
        };

    assertThatThrownBy(() -> client().progress().report(HALF))
        .isInstanceOf(HostUnavailableException.class)
        .hasMessageContaining("the host failed")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aListenerCanEndTheJob() {
    listener =
        progress -> {
          throw new JobStoppedException(JobStoppedException.Reason.CANCELLED, "enough");
        };

    assertThatThrownBy(() -> client().progress().report(HALF))
        .isInstanceOf(JobStoppedException.class);
  }

  @Test
  void aHostThatHangsDoesNotEndTheJob() {
    listener = progress -> waitForInterrupt();
    HostServices hasty = new HostServicesClient(connection.channel(), Duration.ofMillis(200));

    assertThatThrownBy(() -> hasty.progress().report(HALF))
        .isInstanceOf(HostUnavailableException.class)
        .hasMessageContaining("DEADLINE_EXCEEDED");
  }

  @Test
  void theJobsDeadlineReachesTheHostFromAnyThread() throws InterruptedException {
    CompletableFuture<Optional<Deadline>> seen = new CompletableFuture<>();
    listener = progress -> seen.complete(Optional.ofNullable(Context.current().getDeadline()));
    Context.CancellableContext job =
        Context.current().withDeadlineAfter(5, TimeUnit.SECONDS, timer);
    HostServices host = inJob(job);

    Thread.ofPlatform().start(() -> host.progress().report(HALF)).join();
    job.cancel(null);

    assertThat(seen.join().orElseThrow().timeRemaining(TimeUnit.MILLISECONDS))
        .isBetween(1L, 5_000L);
  }

  @Test
  void theCallsOwnDeadlineHoldsIfItIsTheNearerOne() {
    CompletableFuture<Optional<Deadline>> seen = new CompletableFuture<>();
    listener = progress -> seen.complete(Optional.ofNullable(Context.current().getDeadline()));

    client().progress().report(HALF);

    assertThat(seen.join().orElseThrow().timeRemaining(TimeUnit.MILLISECONDS))
        .isBetween(1L, HostServicesClient.DEFAULT_TIMEOUT.toMillis());
  }

  @Test
  void theEndOfTheJobStopsACallOfAnyThread() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    listener =
        progress -> {
          waiting.countDown();
          interrupted.complete(waitForInterrupt());
        };
    Context.CancellableContext job = Context.current().withCancellation();
    HostServices host = inJob(job);
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () ->
                end.complete(
                    catchThrowableOfType(
                        JobStoppedException.class, () -> host.progress().report(HALF))));
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

    job.cancel(null);

    await().atMost(Duration.ofSeconds(10)).until(() -> end.isDone() && interrupted.isDone());
    assertThat(interrupted.join()).isTrue();
    assertThat(end.join())
        .isInstanceOfSatisfying(
            JobStoppedException.class,
            e -> assertThat(e.reason()).isEqualTo(JobStoppedException.Reason.CANCELLED));
  }

  @Test
  void theEndOfTheJobsTimeIsTold() {
    listener = progress -> waitForInterrupt();
    Context.CancellableContext job =
        Context.current().withDeadlineAfter(300, TimeUnit.MILLISECONDS, timer);
    HostServices host = inJob(job);

    assertThatThrownBy(() -> host.progress().report(HALF))
        .isInstanceOfSatisfying(
            JobStoppedException.class,
            e -> assertThat(e.reason()).isEqualTo(JobStoppedException.Reason.DEADLINE));
    job.cancel(null);
  }

  @Test
  void theThreadsOwnContextIsThereAfterwards() {
    Context.CancellableContext job = Context.current().withCancellation();
    HostServices host = inJob(job);
    Context own = Context.current();

    host.progress().report(HALF);
    assertThat(Context.current()).isSameAs(own);
    job.cancel(null);
    assertThatThrownBy(() -> host.progress().report(HALF)).isInstanceOf(JobStoppedException.class);
    assertThat(Context.current()).isSameAs(own);
  }

  /// As the thread that serves the host's call makes it.
  private HostServices inJob(Context job) {
    CompletableFuture<HostServices> made = new CompletableFuture<>();
    job.run(() -> made.complete(client()));
    return made.join();
  }

  /// True if someone interrupted it within 20 s.
  private static boolean waitForInterrupt() {
    try {
      return new CountDownLatch(1).await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
