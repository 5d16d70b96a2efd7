import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import contract.StoreRefusedException.Reason;
import extensions.ConfinedStore;
import extensions.HostServicesClient;
import extensions.HostServicesService;
import extensions.JobServices;
import extensions.StoreLimits;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a plugin may keep with its host, and how long its calls to the host live.
@Tag("3.6")
@DisplayName("3.6 ConfinedStore.put and HostServicesClient.call")
class HostServicesCheck {
  private static final Progress HALF = new Progress(1, 2, "half");

  private final KeyValueStore store = new ConfinedStore(new StoreLimits(8, 4, 2));
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile Consumer<Progress> listener = progress -> {};
  private ListeningServer server;
  private PluginConnection connection;

  @BeforeEach
  void serve() {
    Logging.toStderr();
    HostServices services = new JobServices(progress -> listener.accept(progress), store);
    server =
        UnixListener.inTempDirectory()
            .listen(builder -> builder.addService(new HostServicesService(services)));
    connection = PluginConnection.open(server.address());
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
    timer.shutdownNow();
  }

  @Test
  @DisplayName("the store keeps what is within the limits")
  void keepsWhatIsWithinTheLimits() {
    assertThatCode(
            () -> {
              store.put("12345678", new byte[4]);
              store.put("a", new byte[0]);
            })
        .as("limits of 8 characters, 4 bytes, 2 keys: two keys that just fit")
        .doesNotThrowAnyException();
    assertThat(store.keys()).as("the keys of the store").containsExactly("12345678", "a");
    assertThat(store.get("12345678")).as("its value").contains(new byte[4]);
  }

  @Test
  @DisplayName("the store refuses a key that is none")
  void refusesAKeyThatIsNone() {
    for (String key : List.of("", "123456789", "a b", "a\n", "ä")) {
      assertRefused(key, 1, Reason.INVALID);
    }
    assertThat(store.keys()).as("the keys after that").isEmpty();
  }

  @Test
  @DisplayName("the store refuses a value that is too long")
  void refusesAValueThatIsTooLong() {
    store.put("a", new byte[] {7});
    assertThat(assertRefused("a", 5, Reason.INVALID))
        .as("the message has both numbers: how many bytes there are, and how many are allowed")
        .hasMessageContaining("5")
        .hasMessageContaining("4");
    assertThat(store.get("a"))
        .as("the value that was there, after a refusal")
        .contains(new byte[] {7});
  }

  @Test
  @DisplayName("a full store refuses one key more and takes new values")
  void aFullStoreTakesNewValues() {
    store.put("a", new byte[1]);
    store.put("b", new byte[1]);

    assertThat(assertRefused("c", 1, Reason.FULL))
        .as("the message has the limit")
        .hasMessageContaining("2");
    assertThat(store.keys()).as("the keys after a refusal").containsExactly("a", "b");
    assertThatCode(() -> store.put("a", new byte[3]))
        .as("a new value for a key that is there, in a full store")
        .doesNotThrowAnyException();
    assertThat(store.get("a")).contains(new byte[3]);
    assertRefused("c", 5, Reason.INVALID);
  }

  @Test
  @DisplayName("the store keeps a copy")
  void keepsACopy() {
    byte[] value = {1};
    store.put("a", value);
    value[0] = 2;

    assertThat(store.get("a"))
        .as("the value was 1; the caller has changed its own array to 2 afterwards")
        .contains(new byte[] {1});
  }

  @Test
  @DisplayName("the limits hold for many threads")
  void theLimitsHoldForManyThreads() {
    KeyValueStore shared = new ConfinedStore(new StoreLimits(8, 4, 50));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        String key = "k" + i;
        threads.submit(() -> shared.put(key, new byte[1]));
      }
    }

    assertThat(shared.keys()).as("400 threads, 400 keys, a limit of 50").hasSize(50);
  }

  @Test
  @DisplayName("a call has a time of its own")
  void aCallHasATimeOfItsOwn() {
    CompletableFuture<Deadline> seen = seenDeadline();

    client(Duration.ofSeconds(20)).progress().report(HALF);

    assertThat(remaining(seen))
        .as("what the host sees of a call with 20 s, in ms")
        .isBetween(1L, 20_000L);
  }

  @Test
  @DisplayName("the job's deadline reaches the host, whatever thread calls")
  void theJobsDeadlineReachesTheHost() throws InterruptedException {
    CompletableFuture<Deadline> seen = seenDeadline();
    CancellableContext job = Context.current().withDeadlineAfter(10, TimeUnit.SECONDS, timer);
    HostServices host = inJob(job, Duration.ofSeconds(50));

    Thread.ofPlatform().start(() -> host.progress().report(HALF)).join();
    job.cancel(null);

    assertThat(remaining(seen))
        .as("what the host sees of a job with 10 s and a call with 50 s, in ms")
        .isBetween(1L, 10_000L);
  }

  @Test
  @DisplayName("the call's own time holds if it is the nearer one")
  void theNearerDeadlineHolds() {
    CompletableFuture<Deadline> seen = seenDeadline();
    CancellableContext job = Context.current().withDeadlineAfter(50, TimeUnit.SECONDS, timer);

    inJob(job, Duration.ofSeconds(10)).progress().report(HALF);
    job.cancel(null);

    assertThat(remaining(seen))
        .as("what the host sees of a job with 50 s and a call with 10 s, in ms")
        .isBetween(1L, 10_000L);
  }

  @Test
  @DisplayName("a cancelled job stops its call in flight")
  void aCancelledJobStopsItsCall() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    listener =
        progress -> {
          waiting.countDown();
          stopped.complete(isInterruptedSoon());
        };
    CancellableContext job = Context.current().withCancellation();
    HostServices host = inJob(job, Duration.ofSeconds(50));
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> end.complete(catchThrowable(() -> host.progress().report(HALF))));
    assertThat(waiting.await(5, TimeUnit.SECONDS)).as("the call has reached the host").isTrue();

    job.cancel(null);

    assertThat(end.completeOnTimeout(null, 2, TimeUnit.SECONDS).join())
        .as("what the plugin's call throws once the job is cancelled")
        .isInstanceOf(JobStoppedException.class);
    assertThat(stopped.completeOnTimeout(false, 2, TimeUnit.SECONDS).join())
        .as("the host's listener no longer waits")
        .isTrue();
  }

  @Test
  @DisplayName("the thread has its own context afterwards")
  void theThreadHasItsOwnContextAfterwards() {
    CancellableContext job = Context.current().withCancellation();
    HostServices host = inJob(job, Duration.ofSeconds(20));
    Context own = Context.current();

    host.progress().report(HALF);
    assertThat(Context.current())
        .as("the thread's context after a call is the one before it")
        .isSameAs(own);
    assertThatThrownBy(() -> host.store().put("", new byte[0]))
        .isInstanceOf(StoreRefusedException.class);
    assertThat(Context.current())
        .as("the thread's context after a call that failed is the one before it")
        .isSameAs(own);
    job.cancel(null);
  }

  @Test
  @DisplayName("no error of gRPC reaches the job")
  void noErrorOfGrpcReachesTheJob() {
    assertThat(catchThrowable(() -> client(Duration.ofSeconds(20)).store().put("", new byte[0])))
        .as("what a plugin sees of a key that is none")
        .isInstanceOf(StoreRefusedException.class);
    listener = progress -> isInterruptedSoon();
    assertThat(catchThrowable(() -> client(Duration.ofMillis(300)).progress().report(HALF)))
        .as("what a plugin sees of a host that hangs, after its call's 300 ms")
        .isInstanceOf(HostUnavailableException.class);
  }

  private Throwable assertRefused(String key, int length, Reason reason) {
    Throwable refusal = catchThrowable(() -> store.put(key, new byte[length]));
    assertThat(refusal)
        .as("limits of 8 characters, 4 bytes, 2 keys: \"%s\" with %d bytes", key, length)
        .isInstanceOfSatisfying(
            StoreRefusedException.class,
            e -> assertThat(e.reason()).as("the reason").isEqualTo(reason));
    return refusal;
  }

  private HostServices client(Duration timeout) {
    return new HostServicesClient(connection.channel(), timeout);
  }

  /// As the thread that serves the host's call makes it.
  private HostServices inJob(Context job, Duration timeout) {
    CompletableFuture<HostServices> made = new CompletableFuture<>();
    job.run(() -> made.complete(client(timeout)));
    return made.join();
  }

  private CompletableFuture<Deadline> seenDeadline() {
    CompletableFuture<Deadline> seen = new CompletableFuture<>();
    listener = progress -> seen.complete(Context.current().getDeadline());
    return seen;
  }

  /// Milliseconds; 0 if there was no deadline at all.
  private static long remaining(CompletableFuture<Deadline> seen) {
    Deadline deadline = seen.completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    return deadline == null ? 0 : deadline.timeRemaining(TimeUnit.MILLISECONDS);
  }

  private static boolean isInterruptedSoon() {
    try {
      return new CountDownLatch(1).await(4, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
