import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.StringValue;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import security.CallRate;
import security.Denial;
import security.GuardedField;
import security.Need;
import security.PermissionGate;
import security.PermissionReview;
import security.Permissions;
import security.TokenBucket;

/// Permissions by kind, rates by a clock that the check moves, and a server behind a gate.
@Tag("4.3")
@DisplayName("4.3 Permissions, TokenBucket and the gate")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PermissionsCheck {
  private static final Path FILE = Path.of("/srv/host/plugins.yaml");
  private static final long SECOND_NANOS = 1_000_000_000L;

  private static Permissions permissions(String key, String text) {
    return Permissions.of(FILE, Map.of(key, List.of(text)));
  }

  // --- what is allowed

  @ParameterizedTest(name = "{0}: {1}", quoteTextArguments = false)
  @CsvSource({
    "calls, shop.Prices/*",
    "callbacks, shop.Prices/*",
    "read, /srv/data",
    "write, /srv/data",
    "hosts, *.example.org"
  })
  @DisplayName("a grant opens what it is for, and nothing else")
  void aGrantOpensWhatItIsFor(String key, String text) {
    Permissions granted = permissions(key, text);

    for (Need need :
        List.of(
            new Need.Call("shop.Prices/Get"),
            new Need.Callback("shop.Prices/Get"),
            new Need.Read("/srv/data/a"),
            new Need.Write("/srv/data/a"),
            new Need.Host("https://api.example.org/"))) {
      boolean meant = need.key().equals(key) || (key.equals("write") && need instanceof Need.Read);
      assertThat(granted.allows(need))
          .as("%s %s, where %s %s is granted", need.key(), need.subject(), key, text)
          .isEqualTo(meant);
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}", quoteTextArguments = false)
  @CsvSource({
    "calls, shop.Prices/Get, shop.Prices/GetAll",
    "callbacks, shop.Prices/*, shop.Stock/Get",
    "read, /srv/data, /srv/data2/a",
    "read, /srv/data, /srv/data/../host/plugins.yaml",
    "write, /srv/data, /srv",
    "hosts, example.org, https://example.org@evil.test/"
  })
  @DisplayName("what is near a grant is not granted")
  void whatIsNearIsNotGranted(String key, String text, String asked) {
    Need need =
        switch (key) {
          case "calls" -> new Need.Call(asked);
          case "callbacks" -> new Need.Callback(asked);
          case "read" -> new Need.Read(asked);
          case "write" -> new Need.Write(asked);
          default -> new Need.Host(asked);
        };
    assertThat(permissions(key, text).allows(need))
        .as("%s %s, where %s is granted", key, asked, text)
        .isFalse();
  }

  @Test
  @DisplayName("what is unclear is never allowed, and one more call is no matter of lists")
  void unclearNeedsAndTurns() {
    Permissions all =
        Permissions.of(
            FILE,
            Map.of("calls", List.of("*"), "callbacks", List.of("*"), "hosts", List.of("a.b")));

    assertThat(all.allows(new Need.Unclear("shop.Prices/Get", "it has no path")))
        .as("a request that cannot be understood, with all calls granted")
        .isFalse();
    assertThat(Permissions.NONE.allows(new Need.Turn(Need.Direction.TO_HOST, "shop.Prices/Get")))
        .as("a turn: the bucket decides, not the lists")
        .isTrue();
  }

  // --- how often

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);

  private static int take(TokenBucket bucket, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += bucket.tryTake() ? 1 : 0;
    }
    return taken;
  }

  @Test
  @DisplayName("a full bucket gives a second's worth, then what time brings")
  void givesASecondsWorthAndThenWhatTimeBrings() {
    TokenBucket bucket = new TokenBucket(new CallRate(3), clock::get);

    assertThat(take(bucket, 10)).as("calls at once of 3/s, of 10 tries").isEqualTo(3);
    clock.addAndGet(333_333_333);
    assertThat(take(bucket, 1)).as("a call a nanosecond before its time").isZero();
    clock.addAndGet(1);
    assertThat(take(bucket, 10)).as("calls a third of a second later").isEqualTo(1);
  }

  @Test
  @DisplayName("a long pause brings no more than a second's worth")
  void aLongPauseFillsTheBucketOnce() {
    for (long pause : new long[] {2 * SECOND_NANOS, 3600 * SECOND_NANOS, Long.MAX_VALUE / 2}) {
      TokenBucket bucket = new TokenBucket(new CallRate(1000), clock::get);
      int all = take(bucket, 5000);
      clock.addAndGet(pause);
      assertThat(all).as("calls at once of 1000/s").isEqualTo(1000);
      assertThat(take(bucket, 5000)).as("calls after a pause of %d ns", pause).isEqualTo(1000);
    }
  }

  @Test
  @DisplayName("small steps of time are not lost")
  void smallStepsAreNotLost() {
    TokenBucket bucket = new TokenBucket(new CallRate(3), clock::get);
    int full = take(bucket, 3);
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      clock.addAndGet(SECOND_NANOS / 1000);
      taken += take(bucket, 1);
    }
    assertThat(full).isEqualTo(3);
    assertThat(taken).as("calls of 3/s in ten seconds of 1 ms steps").isEqualTo(30);
  }

  @Test
  @DisplayName("a clock that goes back brings nothing")
  void aClockThatGoesBackBringsNothing() {
    TokenBucket bucket = new TokenBucket(new CallRate(2), clock::get);
    int full = take(bucket, 2);
    clock.addAndGet(-5 * SECOND_NANOS);
    assertThat(full).isEqualTo(2);
    assertThat(take(bucket, 5)).as("calls after the clock went back").isZero();
    clock.addAndGet(SECOND_NANOS);
    assertThat(take(bucket, 5)).as("calls a second after that").isEqualTo(2);
  }

  @Test
  @DisplayName("one thread at a time reckons")
  void oneThreadAtATimeReckons() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger together = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(2);
    TokenBucket bucket =
        new TokenBucket(
            new CallRate(5),
            () -> {
              if (Thread.currentThread().getName().startsWith("taker")) {
                together.accumulateAndGet(inside.incrementAndGet(), Math::max);
                second.countDown();
                // Long enough for the other thread to come in, if nothing keeps it out.
                awaitBriefly(second);
                inside.decrementAndGet();
              }
              return 0;
            });
    Thread one = Thread.ofPlatform().name("taker 1").start(bucket::tryTake);
    Thread two = Thread.ofPlatform().name("taker 2").start(bucket::tryTake);
    one.join();
    two.join();

    assertThat(together.get())
        .as("threads that read the clock of one bucket at the same time, each to change it then")
        .isEqualTo(1);
    assertThat(take(bucket, 10)).as("calls of 5/s that are left after two").isEqualTo(3);
  }

  private static void awaitBriefly(CountDownLatch latch) {
    try {
      boolean ignored = latch.await(300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // --- the gate

  private static final MethodDescriptor<StringValue, StringValue> GET = method("Get");
  private static final MethodDescriptor<StringValue, StringValue> DROP = method("Drop");

  private final List<Denial> denials = new CopyOnWriteArrayList<>();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();

  private static MethodDescriptor<StringValue, StringValue> method(String name) {
    return MethodDescriptor.<StringValue, StringValue>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName("shop.Stock/" + name)
        .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .build();
  }

  private ServerServiceDefinition service() {
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder("shop.Stock");
    for (MethodDescriptor<StringValue, StringValue> method : List.of(GET, DROP)) {
      service.addMethod(
          method,
          (call, headers) -> {
            begun.incrementAndGet();
            return ServerCalls.<StringValue, StringValue>asyncUnaryCall(
                    (request, answer) -> {
                      served.add(request.getValue());
                      answer.onNext(request);
                      answer.onCompleted();
                    })
                .startCall(call, headers);
          });
    }
    return service.build();
  }

  /// Serves behind a gate, as a host does for its plugin, and lets a plugin call.
  private void behind(Permissions permissions, List<GuardedField> fields, Calls calls)
      throws IOException, InterruptedException {
    PermissionReview review = new PermissionReview("shop", permissions, permissions);
    PermissionGate gate =
        PermissionGate.of(review, fields, denials::add, InstantSource.system(), clock::get);
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service())
            .intercept(gate.toHost())
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try {
      calls.over(channel);
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
      boolean ignored = server.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private interface Calls {
    void over(ManagedChannel channel);
  }

  private static Status call(
      ManagedChannel channel, MethodDescriptor<StringValue, StringValue> method, String text) {
    StatusRuntimeException error =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                ClientCalls.blockingUnaryCall(
                    channel,
                    method,
                    io.grpc.CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS),
                    StringValue.of(text)));
    return error == null ? Status.OK : error.getStatus();
  }

  @Test
  @DisplayName("a call that is not allowed never reaches the service")
  void aDeniedCallNeverReachesTheService() throws Exception {
    behind(
        permissions("callbacks", "shop.Stock/Get"),
        List.of(),
        channel -> {
          assertThat(call(channel, GET, "a").getCode())
              .as("a callback that is granted")
              .isEqualTo(Status.Code.OK);
          Status refused = call(channel, DROP, "b");
          assertThat(refused.getCode())
              .as("a callback that is not granted")
              .isEqualTo(Status.Code.PERMISSION_DENIED);
          assertThat(refused.getDescription())
              .as("what the plugin is told")
              .contains("shop.Stock/Drop", "granted: callbacks [shop.Stock/Get]");
        });
    assertThat(served).as("the requests that the service got").containsExactly("a");
    assertThat(begun.get()).as("how many calls the service was started for").isEqualTo(1);
    assertThat(denials).as("the denials that the listener was told").hasSize(1);
  }

  @Test
  @DisplayName("grants for the host's calls open nothing for the plugin's")
  void callsAreNoCallbacks() throws Exception {
    behind(
        permissions("calls", "*"),
        List.of(),
        channel ->
            assertThat(call(channel, GET, "a").getCode())
                .as("a callback, where only calls are granted")
                .isEqualTo(Status.Code.PERMISSION_DENIED));
    assertThat(served).as("the requests that the service got").isEmpty();
  }

  @Test
  @DisplayName("a message that is not allowed ends its call")
  void aDeniedMessageEndsItsCall() throws Exception {
    Permissions permissions =
        Permissions.of(FILE, Map.of("callbacks", List.of("*"), "hosts", List.of("example.org")));
    behind(
        permissions,
        List.of(GuardedField.host("shop.Stock/Get", "value")),
        channel -> {
          assertThat(call(channel, GET, "evil.test").getCode())
              .as("a host in a request that is not granted")
              .isEqualTo(Status.Code.PERMISSION_DENIED);
          assertThat(call(channel, GET, "example.org").getCode())
              .as("a host in a request that is granted")
              .isEqualTo(Status.Code.OK);
        });
    assertThat(served).as("the requests that the service got").containsExactly("example.org");
  }

  @Test
  @DisplayName("a plugin that calls too often is refused until time has passed")
  void aPluginThatCallsTooOftenIsRefused() throws Exception {
    Permissions permissions =
        Permissions.of(FILE, Map.of("callbacks", List.of("*"), "callback_rate", List.of("2/s")));
    behind(
        permissions,
        List.of(),
        channel -> {
          List<Status.Code> codes = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            codes.add(call(channel, GET, "a").getCode());
          }
          clock.addAndGet(SECOND_NANOS);
          codes.add(call(channel, GET, "a").getCode());
          assertThat(codes)
              .as("three callbacks of 2/s, and one a second later")
              .containsExactly(
                  Status.Code.OK, Status.Code.OK, Status.Code.PERMISSION_DENIED, Status.Code.OK);
        });
  }
}
