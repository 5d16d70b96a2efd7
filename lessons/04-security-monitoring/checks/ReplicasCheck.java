import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.ListeningServer;
import basics.PluginConnection;
import basics.TcpListener;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.protobuf.Empty;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import replicas.CallPolicy;
import replicas.EtcdException;
import replicas.EtcdWatch;
import replicas.Leases;
import replicas.Replica;
import replicas.ReplicaRegistration;
import replicas.ReplicaTable;

/// Beyond one machine: which calls are made again, who is known, and who is alive.
@Tag("4.10")
@DisplayName("4.10 Beyond one machine")
class ReplicasCheck {
  private static final String AGAIN = "check.Bank/Balance";
  private static final String ONCE = "check.Bank/Withdraw";
  private static final String GOOD = "{\"address\":\"10.0.0.7:4711\",\"version\":1}";
  private static final String KEY = "/plugins/calculator/a";

  /// Calls a method of a server that fails with that status so often before it answers.
  ///
  /// @return how often the server was called, and how the caller's call ended
  private static Ending call(CallPolicy policy, String method, Status failure, int failures) {
    AtomicInteger calls = new AtomicInteger();
    MethodDescriptor<Empty, Empty> descriptor = method(method);
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("check.Bank")
            .addMethod(
                descriptor,
                ServerCalls.asyncUnaryCall(
                    (question, answer) -> {
                      if (calls.incrementAndGet() <= failures) {
                        answer.onError(failure.asRuntimeException());
                      } else {
                        answer.onNext(question);
                        answer.onCompleted();
                      }
                    }))
            .build();
    try (ListeningServer server =
            new TcpListener(0, 0).listen(builder -> builder.addService(service));
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.defaultServiceConfig(policy.serviceConfig()).enableRetry())) {
      return new Ending(end(connection, descriptor), calls);
    }
  }

  private static Status.Code end(
      PluginConnection connection, MethodDescriptor<Empty, Empty> descriptor) {
    try {
      ClientCalls.blockingUnaryCall(
          connection.channel(),
          descriptor,
          CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS),
          Empty.getDefaultInstance());
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private record Ending(Status.Code code, int calls) {
    Ending(Status.Code code, AtomicInteger calls) {
      this(code, calls.get());
    }
  }

  private static MethodDescriptor<Empty, Empty> method(String name) {
    return MethodDescriptor.<Empty, Empty>newBuilder(
            ProtoUtils.marshaller(Empty.getDefaultInstance()),
            ProtoUtils.marshaller(Empty.getDefaultInstance()))
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .build();
  }

  private static CallPolicy policy(int attempts) {
    return new CallPolicy(Set.of(AGAIN, "check.Other/Read"), attempts, Duration.ofMillis(5));
  }

  @Test
  @DisplayName("policy: an idempotent call is made again until it is answered")
  void anIdempotentCallIsMadeAgain() {
    assertThat(call(policy(5), AGAIN, Status.UNAVAILABLE, 3))
        .as("a server that is unavailable three times, five attempts allowed")
        .isEqualTo(new Ending(Status.Code.OK, 4));
  }

  @Test
  @DisplayName("policy: not more often than it says")
  void notMoreOftenThanItSays() {
    assertThat(call(policy(3), AGAIN, Status.UNAVAILABLE, 100))
        .as("a server that is always unavailable, three attempts allowed")
        .isEqualTo(new Ending(Status.Code.UNAVAILABLE, 3));
  }

  @Test
  @DisplayName("policy: any other call is made once, also of the same service")
  void anotherCallIsMadeOnce() {
    assertThat(call(policy(5), ONCE, Status.UNAVAILABLE, 100))
        .as("Withdraw is not idempotent")
        .isEqualTo(new Ending(Status.Code.UNAVAILABLE, 1));
    assertThat(call(CallPolicy.of(Set.of()), ONCE, Status.UNAVAILABLE, 100))
        .as("no method is idempotent")
        .isEqualTo(new Ending(Status.Code.UNAVAILABLE, 1));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @EnumSource(
      value = Status.Code.class,
      names = {"INVALID_ARGUMENT", "INTERNAL", "UNKNOWN", "ABORTED", "RESOURCE_EXHAUSTED"})
  @DisplayName("policy: an answer is an answer, also if it is an error")
  void anErrorIsAnAnswer(Status.Code code) {
    assertThat(call(policy(5), AGAIN, code.toStatus(), 100))
        .as("a server that answers %s", code)
        .isEqualTo(new Ending(code, 1));
  }

  @Test
  @DisplayName("policy: replicas in turn; pauses of the first one's length, doubled, up to 1 s")
  void replicasInTurnAndPauses() {
    CallPolicy policy = new CallPolicy(Set.of(AGAIN), 4, Duration.ofMillis(1_250));
    Map<String, Object> config = policy.serviceConfig();
    assertThat(config)
        .as("the service config")
        .containsEntry("loadBalancingConfig", List.of(Map.of("round_robin", Map.of())));
    Map<?, ?> retry = (Map<?, ?>) only(config.get("methodConfig")).get("retryPolicy");
    assertThat(seconds(retry.get("initialBackoff")))
        .as("initialBackoff")
        .isEqualByComparingTo("1.25");
    assertThat(seconds(retry.get("maxBackoff"))).as("maxBackoff").isEqualByComparingTo("1");
    assertThat(((Number) retry.get("backoffMultiplier")).doubleValue())
        .as("backoffMultiplier")
        .isEqualTo(2.0);
  }

  private static Map<?, ?> only(Object list) {
    assertThat(list).as("methodConfig: a list of one object").isInstanceOf(List.class);
    assertThat((List<?>) list).as("methodConfig").hasSize(1);
    return (Map<?, ?>) ((List<?>) list).getFirst();
  }

  private static BigDecimal seconds(Object text) {
    assertThat(text).asString().as("a duration").matches("[0-9]+([.][0-9]{1,9})?s");
    return new BigDecimal(text.toString().replace("s", ""));
  }

  private static EtcdWatch.Change put(String key, String value) {
    return new EtcdWatch.Change(key, Optional.of(value));
  }

  private static EtcdWatch.Change gone(String key) {
    return new EtcdWatch.Change(key, Optional.empty());
  }

  private static List<String> after(EtcdWatch.Change... changes) {
    ReplicaTable table = new ReplicaTable("calculator", 1);
    for (EtcdWatch.Change change : changes) {
      assertThatCode(() -> table.apply(change)).as("apply(%s)", change).doesNotThrowAnyException();
    }
    return table.replicas().stream().map(Replica::id).toList();
  }

  @Test
  @DisplayName("table: replicas come and go, and the last value counts")
  void replicasComeAndGo() {
    String b = "/plugins/calculator/b";
    assertThat(after(put(b, GOOD), put(KEY, GOOD))).as("two came").containsExactly("a", "b");
    assertThat(after(put(KEY, GOOD), put(b, GOOD), gone(KEY))).as("a went").containsExactly("b");
    assertThat(after(gone(KEY), put(KEY, GOOD))).as("a came back").containsExactly("a");
    ReplicaTable table = new ReplicaTable("calculator", 1);
    table.apply(put(KEY, GOOD));
    table.apply(put(KEY, "{\"address\":\"10.0.0.8:1\",\"version\":1}"));
    assertThat(table.replicas())
        .as("a moved")
        .extracting(replica -> replica.address().toString())
        .containsExactly("/10.0.0.8:1");
  }

  @ParameterizedTest(name = "\"{0}\"", quoteTextArguments = false)
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{\"address\":\"calculator.example:1\",\"version\":1}",
        "{\"address\":\"10.0.0.7:4711\",\"version\":2}",
      })
  @DisplayName("table: a value that is no replica's here takes its own replica out, and no other")
  void nonsenseTakesItsReplicaOut(String nonsense) {
    assertThat(after(put("/plugins/calculator/b", GOOD), put(KEY, GOOD), put(KEY, nonsense)))
        .as("a's value became %s", nonsense)
        .containsExactly("b");
  }

  @ParameterizedTest(name = "\"{0}\"", quoteTextArguments = false)
  @ValueSource(
      strings = {
        "/plugins/bank/a",
        "/plugins/calculator2/a",
        "/plugins/calculator",
        "/plugins/calculator/",
        "/plugins/calculator/x/a",
        "/other/plugins/calculator/a",
        "",
      })
  @DisplayName("table: a key that is none of this plugin's changes nothing")
  void anotherKeyChangesNothing(String key) {
    assertThat(after(put(KEY, GOOD), gone(key))).as("%s went", key).containsExactly("a");
    assertThat(after(put(key, GOOD))).as("%s came", key).isEmpty();
  }

  @Test
  @DisplayName("table: what is left out is logged, with its key")
  void whatIsLeftOutIsLogged() {
    Logger logger = (Logger) LoggerFactory.getLogger(ReplicaTable.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      after(put(KEY, "nonsense"), put("/plugins/bank/b", GOOD), put("/plugins/calculator/c", GOOD));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .as("one line for the value that is none, one for another plugin's key, none for the good")
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSize(2)
        .anyMatch(line -> line.contains(KEY))
        .anyMatch(line -> line.contains("/plugins/bank/b"));
  }

  /// An etcd in memory, whose leases end when a check says so.
  private static final class Memory implements Leases {
    final Map<Long, Map<String, String>> leases = new TreeMap<>();
    boolean away;
    boolean refusesKeys;
    long granted;
    int renewed;

    private void requireHere() {
      if (away) {
        throw new EtcdException("etcd is away");
      }
    }

    @Override
    public long grant(Duration life) {
      requireHere();
      assertThat(life).as("the life of the lease").isEqualTo(Duration.ofSeconds(3));
      granted++;
      leases.put(granted, new TreeMap<>());
      return granted;
    }

    @Override
    public void put(String key, String value, long lease) {
      requireHere();
      if (refusesKeys || !leases.containsKey(lease)) {
        throw new EtcdException("no such lease");
      }
      leases.get(lease).put(key, value);
    }

    @Override
    public boolean keepAlive(long lease) {
      requireHere();
      renewed++;
      return leases.containsKey(lease);
    }

    @Override
    public void revoke(long lease) {
      requireHere();
      leases.remove(lease);
    }
  }

  private final Memory etcd = new Memory();

  private ReplicaRegistration registration() {
    return new ReplicaRegistration(etcd, KEY, GOOD, Duration.ofSeconds(3));
  }

  @Test
  @DisplayName("beat: the key is set once, then its lease is renewed at each beat")
  void theLeaseIsRenewed() {
    try (ReplicaRegistration registration = registration()) {
      registration.beat();
      registration.beat();
      registration.beat();
      assertThat(etcd.leases).as("leases and keys").isEqualTo(Map.of(1L, Map.of(KEY, GOOD)));
      assertThat(etcd.renewed).as("renewals in three beats").isEqualTo(2);
    }
  }

  @Test
  @DisplayName("beat: if etcd knows the lease no more, the key comes back with a new one")
  void theKeyComesBack() {
    try (ReplicaRegistration registration = registration()) {
      registration.beat();
      etcd.leases.clear();
      registration.beat();
      assertThat(etcd.leases).as("leases and keys").isEqualTo(Map.of(2L, Map.of(KEY, GOOD)));
    }
  }

  @Test
  @DisplayName("beat: while etcd is away the lease is kept, and the caller hears of it")
  void theLeaseIsKept() {
    try (ReplicaRegistration registration = registration()) {
      registration.beat();
      etcd.away = true;
      assertThatThrownBy(registration::beat)
          .as("a beat while etcd is away")
          .isInstanceOf(EtcdException.class);
      etcd.away = false;
      registration.beat();
      assertThat(etcd.granted).as("leases that were granted: the first lives").isEqualTo(1);
    }
  }

  @Test
  @DisplayName("beat: a lease whose key could not be set does not count")
  void aLeaseWithoutKeyDoesNotCount() {
    try (ReplicaRegistration registration = registration()) {
      etcd.refusesKeys = true;
      assertThatThrownBy(registration::beat)
          .as("a beat that cannot set its key")
          .isInstanceOf(EtcdException.class);
      etcd.refusesKeys = false;
      registration.beat();
      assertThat(etcd.leases.values()).as("the key").contains(Map.of(KEY, GOOD));
    }
  }

  @Test
  @DisplayName("beat: after close it sets nothing")
  void afterCloseNothing() {
    ReplicaRegistration registration = registration();
    registration.beat();
    registration.close();
    registration.beat();
    assertThat(etcd.leases).as("leases and keys after close and one more beat").isEmpty();
  }
}
