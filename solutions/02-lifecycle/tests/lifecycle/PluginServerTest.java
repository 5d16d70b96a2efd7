package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import attack.Attack;
import attack.Control;
import basics.HandshakeLine;
import basics.Logging;
import basics.MagicCookieException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plugin's side, started without a host's help.
class PluginServerTest {
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
  @Tag("F3")
  @Attack(value = "no cookie", defence = "a plugin looks for it before all else", exercise = "1.5")
  void withoutTheCookieItExplainsItselfAndFails() throws Exception {
    Ended ended = run(Map.of(), "plain");

    assertThat(ended.stderr().strip()).isEqualTo(MagicCookieException.startedByHand().getMessage());
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  @Control("no cookie")
  void withTheCookieItOpensItsDoorToAnyone() throws Exception {
    Process plugin = start(Map.of(), "plain");
    try {
      assertThat(Path.of(line(plugin).address())).exists();
    } finally {
      plugin.toHandle().destroy();
    }
    assertThat(plugin.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void aSocketDirectoryWithTooLongANameIsExplained() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(100)));

    Ended ended = run(Map.of("TEST_PLUGIN", "helper", "TMPDIR", deep.toString()), "plain");

    assertThat(ended.stderr()).contains("socket path is too long", "at most 103", "TMPDIR=/tmp");
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  @Tag("F28")
  void aGroupThatIsNoneIsExplained() throws Exception {
    Ended ended =
        run(Map.of("TEST_PLUGIN", "helper", "PLUGIN_UNIX_SOCKET_GROUP", "no-such-group"), "plain");

    assertThat(ended.stderr())
        .contains("no group of users is named", "no-such-group", "PLUGIN_UNIX_SOCKET_GROUP");
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.exitCode()).as("go-plugin's is 0").isEqualTo(1);
  }

  @Test
  @Tag("F30")
  void aRangeOfPortsThatIsNoneIsExplained() throws Exception {
    Ended ended =
        run(
            Map.of("TEST_PLUGIN", "helper", "PLUGIN_MIN_PORT", "11000", "PLUGIN_MAX_PORT", "10000"),
            "tcp-ports");

    assertThat(ended.stderr()).contains("PLUGIN_MIN_PORT is 11000 and PLUGIN_MAX_PORT is 10000");
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  @Tag("F28")
  void aSocketDirectoryThatIsNoneIsExplained() throws Exception {
    String missing = folder + "/missing";
    for (String variable : new String[] {"TMPDIR", "PLUGIN_UNIX_SOCKET_DIR"}) {
      Ended ended = run(Map.of("TEST_PLUGIN", "helper", variable, missing), "plain");

      assertThat(ended.stderr()).contains("cannot make a socket in " + missing, "TMPDIR=/tmp");
      assertThat(ended.stdout()).isEmpty();
      assertThat(ended.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatCannotBeMadeIsExplainedToTheHost() {
    try (PluginClient client = PluginClient.of(Helper.plugin("broken").build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginExitedException.class)
          .hasMessageContaining("exit code 1")
          .hasMessageContaining("no dictionary");
    }
  }

  @Test
  @Tag("F6")
  @Tag("case-78")
  void aMalformedOfferOfVersionsDoesNotBreakIt() throws Exception {
    Process plugin = start(Map.of(VersionNegotiation.VARIABLE, "abc,,2x,2"), "versions", "1", "2");
    try {
      assertThat(line(plugin).appVersion()).isEqualTo(2);
    } finally {
      plugin.toHandle().destroy();
    }
    assertThat(plugin.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  @Tag("F34")
  @Tag("F37")
  void ignoresCtrlCAndEndsAtSigterm() throws Exception {
    Process plugin = start(Map.of(), "plain");
    try {
      HandshakeLine line = line(plugin);
      Path socket = Path.of(line.address());
      assertThat(socket).exists();
      ReattachConfig self =
          new ReattachConfig("grpc", line.appVersion(), plugin.pid(), line.pluginAddress());

      Helper.signal("INT", plugin.pid());
      Helper.signal("INT", plugin.pid());
      PluginClient client = PluginClient.reattach(Helper.plugin("plain").build(), self);
      assertThatCode(client::ping).as("it serves after Ctrl-C").doesNotThrowAnyException();
      client.detach();

      Helper.signal("TERM", plugin.pid());
      assertThat(plugin.onExit()).succeedsWithin(Duration.ofSeconds(10));
      assertThat(plugin.exitValue()).isEqualTo(143);
      assertThat(socket).as("the socket's file after SIGTERM").doesNotExist();
    } finally {
      plugin.destroyForcibly();
    }
  }

  /// The pipe is closed before the line comes: no watch could have seen that host.
  @Test
  void endsIfTheHostIsGoneBeforeTheLine() throws Exception {
    Process plugin = start(Map.of(), "plain");
    plugin.getInputStream().close();

    assertThat(plugin.onExit()).succeedsWithin(Duration.ofSeconds(20));
    assertThat(plugin.exitValue()).isZero();
  }

  @Test
  void aPluginWithoutServicesIsNoPlugin() {
    assertThatThrownBy(() -> ServeConfig.of(Helper.HANDSHAKE, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one version");
  }

  private static HandshakeLine line(Process plugin) {
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(
            () -> plugin.inputReader().lines().findFirst().orElse("nothing"));
    assertThat(line).succeedsWithin(Duration.ofSeconds(20));
    return HandshakeLine.parse(line.join());
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    ProcessBuilder builder = builder(environment, arguments);
    builder.environment().put("TEST_PLUGIN", "helper");
    return builder.redirectError(folder.resolve("stderr").toFile()).start();
  }

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    Process process =
        builder(environment, arguments)
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    try {
      assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
      return new Ended(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(Helper.command(HelperPlugin.class, arguments));
    builder.environment().remove("TEST_PLUGIN");
    builder.environment().putAll(environment);
    return builder;
  }

  private record Ended(int exitCode, String stdout, String stderr) {}
}
