package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.HandshakeLine;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import contract.Calculator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Taking over a running plugin, and the JSON by which hosts tell each other of one.
class ReattachTest {
  private static final ReattachConfig SOME =
      new ReattachConfig("grpc", 5, 4711, new PluginAddress(Network.UNIX, "/tmp/plugin1"));

  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F25")
  @Tag("case-13")
  void aSecondHostUsesThePluginAndEndsIt() {
    PluginClient first = PluginClient.of(Helper.plugin("plain").build());
    first.start();
    PluginClient second =
        PluginClient.reattach(
            Helper.plugin("plain").build(),
            ReattachConfig.fromJson(first.reattachConfig().toJson()));

    second.dispense("calculator", Calculator.class).initialize();
    assertThat(second.reattachConfig()).isEqualTo(first.reattachConfig());
    KillReport report = second.kill();

    assertThat(report.graceful()).isTrue();
    assertThat(first.exit()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitStatus.of(0));
    assertThat(second.state())
        .as("only the parent is told the exit code")
        .isEqualTo(new PluginState.Exited(ExitStatus.unknown()));
    assertThat(first.kill().steps()).isEmpty();
  }

  @Test
  @Tag("F25")
  @Tag("case-14")
  void aDeadProcessIsNotFound() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    assertThat(dead.waitFor()).isZero();

    assertThatThrownBy(() -> reattach("grpc", 1, dead.pid()))
        .isInstanceOf(PluginNotFoundException.class)
        .hasMessageContaining(String.valueOf(dead.pid()));
  }

  @Test
  @Tag("F25")
  @Tag("case-14")
  void aProcessWithoutAPluginIsNotFoundAndNotKilled() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "300").start();
    try {
      assertThatThrownBy(() -> reattach("grpc", 1, bystander.pid()))
          .isInstanceOf(PluginNotFoundException.class)
          .hasMessageContaining("/tmp/no-such-socket")
          .hasCauseInstanceOf(PluginPingException.class);
      assertThat(Helper.runs(bystander.pid())).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  @Tag("F7")
  @Tag("F25")
  @Tag("F39")
  @Tag("case-11")
  void refusesAProtocolAndAVersionThatTheHostDoesNotHave() {
    long self = ProcessHandle.current().pid();

    assertThatThrownBy(() -> reattach("netrpc", 1, self))
        .isInstanceOf(UnsupportedProtocolException.class);
    assertThatThrownBy(() -> reattach("grpc", 9, self))
        .isInstanceOf(IncompatibleVersionException.class);
  }

  /// As for a plugin in a container: its pid means nothing here.
  @Test
  @Tag("F25")
  @Tag("F27")
  @Tag("case-13")
  void takesAPluginOverByARunnerOfTheHostsOwn() {
    PluginClient first = PluginClient.of(Helper.plugin("plain").build());
    ReattachConfig known = first.reattachConfig();
    ReattachConfig where = new ReattachConfig("grpc", known.protocolVersion(), 0, known.address());
    AttachedRunner runner = new AttachedRunner(ProcessHandle.of(known.pid()).orElseThrow());
    ClientConfig config = Helper.plugin("plain").build();

    PluginClient second =
        PluginClient.reattach(config, ReattachConfig.fromJson(where.toJson()), runner);
    second.dispense("calculator", Calculator.class).initialize();
    assertThat(second.reattachConfig()).isEqualTo(where);

    assertThat(second.kill().graceful()).isTrue();
    assertThat(first.exit()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitStatus.of(0));
    first.kill();
  }

  @Test
  @Tag("F25")
  @Tag("case-14")
  void aRunnerWithoutAPluginAtTheAddressIsNotFound() {
    ReattachConfig nowhere =
        new ReattachConfig("grpc", 1, 0, new PluginAddress(Network.UNIX, "/tmp/no-such-socket"));
    ClientConfig config = Helper.script("exit 1").build();
    AttachedRunner runner = new AttachedRunner(ProcessHandle.current());

    assertThatThrownBy(() -> PluginClient.reattach(config, nowhere, runner))
        .isInstanceOf(PluginNotFoundException.class)
        .hasMessageContaining("/tmp/no-such-socket");
  }

  @Test
  @Tag("F20")
  @Tag("F25")
  @Tag("case-27")
  void aChecksumOfAPluginThatRunsAlreadyIsRefused() {
    ClientConfig config =
        Helper.script("exit 1").secure(new SecureConfig("SHA-256", "00".repeat(32))).build();

    assertThatThrownBy(() -> PluginClient.reattach(config, here("grpc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a checksum says nothing of a plugin that runs already");
  }

  private static ReattachConfig here(String protocol) {
    return new ReattachConfig(
        protocol,
        1,
        ProcessHandle.current().pid(),
        new PluginAddress(Network.UNIX, "/tmp/no-such-socket"));
  }

  /// It has a session of its own, and a parent that never knew it.
  @Test
  @Tag("F25")
  @Tag("case-39")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void takesOverADaemon() throws Exception {
    Path out = folder.resolve("stdout");
    Path pidFile = folder.resolve("pid");
    List<String> script = new ArrayList<>();
    script.addAll(
        List.of(
            "sh",
            "-c",
            "setsid sh -c 'echo $$ > \"$0\"; exec \"$@\"' \"$0\" \"$@\" > \"$OUT\" 2>/dev/null &",
            pidFile.toString()));
    script.addAll(Helper.command(HelperPlugin.class, "plain"));
    ProcessBuilder builder = new ProcessBuilder(script);
    builder.environment().put("OUT", out.toString());
    builder.environment().put("TEST_PLUGIN", "helper");
    assertThat(builder.start().waitFor()).isZero();
    Helper.awaitFile(out);
    HandshakeLine line = HandshakeLine.parse(Files.readString(out));
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    try {
      ReattachConfig where =
          new ReattachConfig(line.protocol(), line.appVersion(), pid, line.pluginAddress());
      PluginClient first = PluginClient.reattach(Helper.plugin("plain").build(), where);
      first.ping();
      first.detach();
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(3))
          .until(() -> Helper.runs(pid));

      PluginClient second = PluginClient.reattach(Helper.plugin("plain").build(), where);
      assertThat(second.reattachConfig()).isEqualTo(where);
      assertThat(second.kill().graceful()).isTrue();
      assertThat(second.exited()).isTrue();
      Helper.awaitGone(pid);
    } finally {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static void reattach(String protocol, int version, long pid) {
    ReattachConfig where =
        new ReattachConfig(
            protocol, version, pid, new PluginAddress(Network.UNIX, "/tmp/no-such-socket"));
    ClientConfig config = Helper.script("exit 1").allowedProtocols(Set.of("grpc")).build();
    PluginClient client = PluginClient.reattach(config, where);
    client.detach();
  }

  @Test
  @Tag("F25")
  void writesWhatTerraformReads() {
    assertThat(SOME.toJson())
        .isEqualTo(
            """
            {"Protocol":"grpc","ProtocolVersion":5,"Pid":4711,"Test":false,\
            "Addr":{"Network":"unix","String":"/tmp/plugin1"}}\
            """);
  }

  @Test
  @Tag("F25")
  void readsWhatItWrites() {
    ReattachConfig tcp =
        new ReattachConfig("grpc", 1, 1, new PluginAddress(Network.TCP, "127.0.0.1:1234"));

    assertThat(ReattachConfig.fromJson(SOME.toJson())).isEqualTo(SOME);
    assertThat(ReattachConfig.fromJson(tcp.toJson())).isEqualTo(tcp);
  }

  @Test
  @Tag("F25")
  @Tag("case-12")
  void aMissingProtocolIsNetrpc() {
    String json = "{\"Pid\":1,\"Addr\":{\"Network\":\"tcp\",\"String\":\":1\"}}";

    assertThat(ReattachConfig.fromJson(json).protocol()).isEqualTo("netrpc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "42", "null", "{", "{\"Addr\":7}"})
  void refusesWhatIsNoSuchJson(String json) {
    assertThatThrownBy(() -> ReattachConfig.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"Pid\":1}; Addr.Network",
        "{\"Pid\":1,\"Addr\":{\"Network\":\"udp\",\"String\":\"x\"}}; Addr.Network",
        "{\"Pid\":1,\"Addr\":{\"Network\":\"unix\"}}; Addr.String",
        "{\"Addr\":{\"Network\":\"unix\",\"String\":\"x\"}}; Pid",
        "{\"Pid\":1.5,\"Addr\":{\"Network\":\"unix\",\"String\":\"x\"}}; Pid",
        "{\"Pid\":-7,\"Addr\":{\"Network\":\"unix\",\"String\":\"x\"}}; Pid",
        "{\"Pid\":\"x\",\"Addr\":{\"Network\":\"unix\",\"String\":\"x\"}}; Pid",
      })
  void saysWhatIsMissing(String json, String missing) {
    assertThatThrownBy(() -> ReattachConfig.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no " + missing);
  }
}
