package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import basics.PluginException;
import io.grpc.Channel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.KillReport;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.ReattachConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The broker between this process and a plugin's own.
class BrokerProcessTest {
  private Path folder = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "bp");
  }

  /// Fails if a plugin has left a socket.
  @AfterEach
  void removeFolder() throws IOException {
    await("no socket is left")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(folder).isEmptyDirectory());
    Files.delete(folder);
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

  private ClientConfig config(Way way, List<String> command) {
    return ClientConfig.builder(BrokerPlugin.HANDSHAKE, command)
        .plugins(PluginSet.of("host", Host.class, Host::of))
        .environment("TMPDIR", folder.toString())
        .connector(way.connector())
        .startTimeout(Duration.ofSeconds(30))
        .build();
  }

  private static List<String> command(String mode) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            BrokerPlugin.class.getName(),
            mode));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F12")
  @Tag("F14")
  @Tag("F15")
  @Tag("case-50")
  @Tag("case-51")
  @Tag("case-52")
  @Tag("case-53")
  void hostAndPluginCallEachOther(Way way) throws InterruptedException {
    String mode =
        switch (way) {
          case DIRECT_UNIX, MULTIPLEXED_UNIX -> "broker";
          case DIRECT_TCP, MULTIPLEXED_TCP -> "broker-tcp";
        };
    List<Long> values = List.of(21L, 22L, 23L, 24L, 25L, 26L);
    try (PluginClient client = PluginClient.of(config(way, command(mode)))) {
      Host host = client.dispense("host", Host.class);

      client.ping();
      assertThat(host.callBack()).isEqualTo(42);
      assertThat(host.callBack()).isEqualTo(42);
      assertThat(host.open()).isEqualTo(42);
      assertThat(TestService.echoStream(client.channel(), values)).isEqualTo(values);
      client.ping();
      KillReport report = client.kill();

      assertThat(report.graceful()).isTrue();
      assertThatThrownBy(client::ping).isInstanceOf(PluginException.class);
    }
  }

  @Test
  @Tag("F14")
  @Tag("F25")
  void aHostThatTakesThePluginOverHasABrokerToo() {
    PluginClient first = PluginClient.of(config(Way.DIRECT_UNIX, command("broker")));
    assertThat(first.dispense("host", Host.class).callBack()).isEqualTo(42);
    ReattachConfig running = first.reattachConfig();
    first.detach();

    try (PluginClient second =
        PluginClient.reattach(config(Way.DIRECT_UNIX, command("broker")), running)) {
      Host host = second.dispense("host", Host.class);

      assertThat(host.callBack()).isEqualTo(42);
      assertThat(host.open()).isEqualTo(42);
      assertThat(second.kill().graceful()).isTrue();
    }
  }

  @Test
  @Tag("F15")
  @Tag("case-23")
  void aPluginThatCannotMultiplexDoesNotStart() {
    try (PluginClient client = PluginClient.of(config(Way.MULTIPLEXED_UNIX, command("plain")))) {
      assertThatThrownBy(client::start).isInstanceOf(MultiplexingNotSupportedException.class);
    }
    try (PluginClient client =
        PluginClient.of(
            config(
                Way.MULTIPLEXED_UNIX,
                List.of(
                    "/bin/sh",
                    "-c",
                    "echo '1|1|unix|/tmp/no-such-socket|grpc||false'; exec sleep 300")))) {
      assertThatThrownBy(client::start).isInstanceOf(MultiplexingNotSupportedException.class);
    }
  }

  @Test
  @Tag("F14")
  void aPluginWithoutABrokerIsUsable() {
    try (PluginClient client = PluginClient.of(config(Way.DIRECT_UNIX, command("plain")))) {
      Host host = client.dispense("host", Host.class);

      client.ping();
      assertThat(TestService.sum(client.channel())).isEqualTo(42);
      assertThatThrownBy(() -> host.broker().dial(1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("the plugin has no broker");
      assertThat(client.kill().graceful()).isTrue();
    }
  }

  /// The host's client of the plugin.
  private record Host(Channel channel, GrpcBroker broker) {
    static Host of(DispenseContext context) {
      return new Host(context.channel(), GrpcBroker.of(context));
    }

    double callBack() {
      int streamId = broker.nextId();
      try (BrokerServer server =
          broker.acceptAndServe(
              streamId, builder -> builder.addService(TestService.calculator()))) {
        return TestService.callBack(channel, server.streamId());
      }
    }

    double open() {
      try (BrokerConnection connection = broker.dial(TestService.open(channel))) {
        return TestService.sum(connection.channel());
      }
    }
  }
}
