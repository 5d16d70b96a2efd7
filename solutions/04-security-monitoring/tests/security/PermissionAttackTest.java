package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import attack.Attack;
import attack.Control;
import basics.Logging;
import extensions.BrokerConnection;
import extensions.BrokerConnector;
import extensions.BrokerServer;
import extensions.PluginConfig;
import extensions.PluginManifest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plugin's process that asks for more than it may have, and a host that does. Each of these
/// calls succeeds when the gate is taken out.
class PermissionAttackTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  @TempDir private Path folder = Path.of("");

  private final List<Denial> denials = new CopyOnWriteArrayList<>();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  /// As a host reads it: the manifest declares, the configuration grants.
  private PermissionGate gate(String declared, String granted, GuardedField... fields)
      throws IOException {
    Path manifest = folder.resolve(PluginManifest.FILE_NAME);
    Files.writeString(
        manifest,
        "name: hostile\nkind: order\nversion: 1.0.0\ncommand: [java]\npermissions: {%s}\n"
            .formatted(declared));
    Path config = folder.resolve("plugins.yaml");
    Files.writeString(
        config,
        "plugins: {hostile: {kind: other, command: [java], permissions: {%s}}}\n"
            .formatted(granted));
    PermissionReview review =
        new PermissionReview(
            "hostile",
            Permissions.declared(PluginManifest.read(manifest)),
            Permissions.granted(PluginConfig.load(config), "hostile"));
    return PermissionGate.of(
        review, List.of(fields), denials::add, InstantSource.fixed(NOW), nanos::get);
  }

  private static ClientConfig config(PermissionGate gate) {
    return HostilePlugin.config()
        .dialer(gate.dialer())
        .connector(BrokerConnector.direct(gate.brokerGuard()))
        .build();
  }

  private String serve(String text) {
    served.add(text);
    return "the host did " + text;
  }

  private static Status refusal(HostilePlugin.Tools tools, String text) {
    StatusRuntimeException error =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> Order.call(tools.channel(), Order.TELL, text));
    assertThat(error).isNotNull();
    return error.getStatus();
  }

  @Test
  @Control({
    "a call that is declared or granted, but not both",
    "a plugin that calls its host without a pause",
    "around the gate by a side connection"
  })
  void withoutTheGateEachOfTheseCallsSucceeds() {
    try (PluginClient client = PluginClient.of(HostilePlugin.config().build())) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      int id = tools.broker().nextId();
      try (BrokerServer server =
          tools
              .broker()
              .acceptAndServe(id, builder -> builder.addService(Order.service(this::serve)))) {
        for (int i = 0; i < 10; i++) {
          assertThat(tools.tell("call %d tell that".formatted(server.streamId())))
              .isEqualTo("the host did that");
        }
      }
      assertThat(Order.call(tools.channel(), Order.TELL, "x")).isEqualTo("x");
      try (BrokerConnection side = tools.broker().dial(Integer.parseInt(tools.tell("open")))) {
        assertThat(Order.call(side.channel(), Order.TELL, "x")).isEqualTo("x");
      }
    }
  }

  @Test
  @Attack(
      value = "a call that is declared or granted, but not both",
      defence = "interceptors on both sides of the boundary",
      exercise = "4.3")
  void neitherSideCallsWhatIsNotBothDeclaredAndGranted() throws IOException {
    PermissionGate gate =
        gate(
            "calls: [test.Order/*], callbacks: [test.Order/Do]",
            "calls: [test.Order/Do], callbacks: ['*']");
    try (PluginClient client = PluginClient.of(config(gate))) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      client.ping();
      int id = tools.broker().nextId();
      try (BrokerServer server =
          tools
              .broker()
              .acceptAndServe(id, builder -> builder.addService(Order.service(this::serve)))) {
        assertThat(tools.tell("call %d do this".formatted(server.streamId())))
            .isEqualTo("the host did this");
        assertThat(tools.tell("call %d tell that".formatted(server.streamId())))
            .startsWith("refused: Status{code=PERMISSION_DENIED")
            .contains("asked: callbacks test.Order/Tell")
            .contains("granted: callbacks [test.Order/Do]")
            .contains("add it to permissions.callbacks of the plugin's plugin.yaml")
            .doesNotContain("of the host's configuration");
      }
      Status refusal = refusal(tools, "x");
      assertThat(refusal.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(refusal.getDescription())
          .contains("the plugin \"hostile\" in test.Order/Tell")
          .contains("asked: calls test.Order/Tell")
          .contains("granted: calls [test.Order/Do]")
          .contains("add it to plugins.hostile.permissions.calls of the host's configuration");
    }
    assertThat(served).containsExactly("this");
    assertThat(denials)
        .extracting(Denial::need)
        .containsExactly(new Need.Callback("test.Order/Tell"), new Need.Call("test.Order/Tell"));
    assertThat(denials).extracting(Denial::at).containsOnly(NOW);
  }

  @Test
  void neitherSideAsksForPathsAndHostsThatAreNotGranted() throws IOException {
    Path data = Files.createDirectory(folder.toRealPath().resolve("data"));
    Path secret = Files.writeString(folder.toRealPath().resolve("secret"), "secret");
    Files.createSymbolicLink(data.resolve("link"), secret);
    String permissions =
        "calls: ['*'], callbacks: ['*'], read: [%s], hosts: ['*.example.org']".formatted(data);
    PermissionGate gate =
        gate(
            permissions,
            permissions,
            GuardedField.read("test.Order/Do", "value"),
            GuardedField.host("test.Order/Tell", "value"));
    List<String> answers = new ArrayList<>();
    // The plugin's commands are no paths: only its calls of the host are held.
    try (PluginClient client =
        PluginClient.of(
            HostilePlugin.config().connector(BrokerConnector.direct(gate.brokerGuard())).build())) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      int id = tools.broker().nextId();
      try (BrokerServer server =
          tools
              .broker()
              .acceptAndServe(id, builder -> builder.addService(Order.service(this::serve)))) {
        for (String asked :
            List.of(
                "do " + data + "/file",
                "tell https://api.example.org/x",
                "do " + secret,
                "do " + data + "/../secret",
                "do " + data + "/link",
                "do /proc/self/root" + data,
                "tell https://api.example.org@evil.test/",
                "tell http://169.254.169.254/latest")) {
          answers.add(tools.tell("call %d %s".formatted(server.streamId(), asked)));
        }
      }
      try (PluginClient guarded = PluginClient.of(config(gate))) {
        HostilePlugin.Tools held = guarded.dispense("order", HostilePlugin.Tools.class);
        assertThat(refusal(held, "evil.test").getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(Order.call(held.channel(), Order.TELL, "api.example.org"))
            .isEqualTo("api.example.org");
      }
    }
    assertThat(served).containsExactly(data + "/file", "https://api.example.org/x");
    assertThat(answers.subList(2, answers.size()))
        .allSatisfy(answer -> assertThat(answer).contains("PERMISSION_DENIED"));
    assertThat(denials).hasSize(7);
    assertThat(denials.getFirst().text()).contains("granted: read [" + data + "]");
  }

  @Test
  @Attack(
      value = "a plugin that calls its host without a pause",
      defence = "a rate for each plugin",
      exercise = "4.3")
  void aPluginThatCallsTooOftenIsSlowedDown() throws IOException {
    String permissions = "calls: ['*'], callbacks: ['*'], callback_rate: 3/s";
    PermissionGate gate = gate(permissions, permissions);
    try (PluginClient client = PluginClient.of(config(gate))) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      int id = tools.broker().nextId();
      try (BrokerServer server =
          tools
              .broker()
              .acceptAndServe(id, builder -> builder.addService(Order.service(this::serve)))) {
        String call = "call %d do it".formatted(server.streamId());
        for (int i = 0; i < 5; i++) {
          String ignored = tools.tell(call);
        }
        assertThat(served).hasSize(3);
        assertThat(tools.tell(call)).contains("granted: callback_rate 3/s", "call less often");
        nanos.addAndGet(1_000_000_000L);
        assertThat(tools.tell(call)).isEqualTo("the host did it");
      }
    }
    assertThat(denials).hasSize(3);
  }

  @Test
  @Attack(
      value = "around the gate by a side connection",
      defence = "the gate holds at the broker too",
      exercise = "4.3")
  void aSideConnectionOfThePluginIsNoWayAroundTheGate() throws IOException {
    PermissionGate gate = gate("calls: ['*']", "calls: [test.Order/Do]");
    try (PluginClient client = PluginClient.of(config(gate))) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      int id = Integer.parseInt(tools.tell("open"));
      try (BrokerConnection side = tools.broker().dial(id)) {
        assertThat(Order.call(side.channel(), Order.DO, "x")).isEqualTo("x");
        StatusRuntimeException error =
            catchThrowableOfType(
                StatusRuntimeException.class, () -> Order.call(side.channel(), Order.TELL, "x"));
        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      }
    }
  }

  @Test
  void aListenerThatFailsLetsNothingThrough() throws IOException {
    PermissionReview nothing = new PermissionReview("hostile", Permissions.NONE, Permissions.NONE);
    PermissionGate gate =
        PermissionGate.of(
            nothing,
            List.of(),
            denial -> {
              throw new IllegalStateException("the disk is full");
            });
    try (PluginClient client = PluginClient.of(config(gate))) {
      HostilePlugin.Tools tools = client.dispense("order", HostilePlugin.Tools.class);
      client.ping();
      assertThat(refusal(tools, "x").getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }
  }
}
