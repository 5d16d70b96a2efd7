package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basics.Logging;
import extensions.BrokerConnector;
import extensions.PluginCatalog;
import extensions.PluginConfig;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginReadiness;
import extensions.PluginRegistry;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lifecycle.ClientConfig;
import lifecycle.PluginSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry whose plugins are each held to their own permissions, by gate and sandbox, from their
/// manifests' and the configuration's files on.
class GuardedRegistryTest {
  @TempDir private Path folder = Path.of("");
  private final Map<String, PermissionGate> gates = new ConcurrentHashMap<>();
  private final List<Denial> denials = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
    SandboxFixture.assumeSandbox();
  }

  @AfterAll
  static void nothingIsLeft() {
    SandboxFixture.assertNothingIsLeft();
  }

  private void plugin(String name, String permissions) throws IOException {
    List<String> command = new ArrayList<>();
    for (String word : Helper.command(HostilePlugin.class)) {
      command.add("\"" + word + "\"");
    }
    Files.writeString(
        Files.createDirectories(folder.resolve("plugins").resolve(name))
            .resolve(PluginManifest.FILE_NAME),
        "name: %s\nkind: order\nversion: 1.0.0\ncommand: %s\npermissions: {%s}\n"
            .formatted(name, command, permissions));
  }

  private ClientConfig config(PluginConfig config, PluginManifest manifest) {
    PermissionReview review =
        new PermissionReview(
            manifest.name(),
            Permissions.declared(manifest),
            Permissions.granted(config, manifest.name()));
    PermissionGate gate =
        gates.computeIfAbsent(
            manifest.name(), name -> PermissionGate.of(review, List.of(), denials::add));
    return manifest
        .config(HostilePlugin.HANDSHAKE)
        .plugins(PluginSet.of("channel", Channel.class, context -> context.channel()))
        .dialer(gate.dialer())
        .connector(BrokerConnector.direct(gate.brokerGuard()))
        .runner(SandboxFixture.sandbox(review.effective()).build())
        .startTimeout(Duration.ofSeconds(40))
        .build();
  }

  @Test
  void eachPluginHasItsOwnPermissionsAfterASwapToo() throws IOException {
    Path data = Files.createDirectory(folder.toRealPath().resolve("data"));
    Files.writeString(data.resolve("price"), "42");
    plugin("reader", "calls: ['test.Order/*'], read: [%s]".formatted(data));
    plugin("other", "calls: ['test.Order/*']");
    Path file = folder.resolve("plugins.yaml");
    Files.writeString(
        file,
        """
        plugins:
          reader:
            kind: other
            command: [java]
            permissions: {calls: ["*"], read: [%s]}
          other:
            kind: other
            command: [java]
            permissions: {calls: [test.Order/Do], read: [%s]}
        """
            .formatted(data, data));
    PluginConfig config = PluginConfig.load(file);
    PluginCatalog catalog = PluginCatalog.discover(folder.resolve("plugins"));

    try (PluginRegistry registry =
        PluginRegistry.builder(catalog, manifest -> config(config, manifest)).open()) {
      registry.startAll(Duration.ofMinutes(1));
      PluginHandle reader = registry.plugin("reader");
      PluginHandle other = registry.plugin("other");
      for (int round = 0; round < 2; round++) {
        assertThat(Order.call(reader.channel(), Order.TELL, "read %s/price".formatted(data)))
            .isEqualTo("42");
        // Granted, and never declared.
        assertThat(Order.call(other.channel(), Order.DO, "read %s/price".formatted(data)))
            .startsWith("refused: ");
        StatusRuntimeException denied =
            catchThrowableOfType(
                StatusRuntimeException.class, () -> Order.call(other.channel(), Order.TELL, "x"));
        assertThat(denied.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(registry.swap("reader").drained()).isTrue();
        assertThat(registry.swap("other").drained()).isTrue();
      }
      assertThat(other.snapshot().readiness()).isEqualTo(PluginReadiness.READY);
    }
    assertThat(denials).hasSize(2).extracting(Denial::plugin).containsOnly("other");
  }
}
