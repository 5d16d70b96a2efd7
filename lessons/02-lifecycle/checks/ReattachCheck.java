import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorClient;
import basics.Logging;
import basics.MagicCookie;
import basics.Network;
import basics.PluginAddress;
import basics.PluginProgram;
import contract.Calculator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginNotFoundException;
import lifecycle.PluginSet;
import lifecycle.PluginState;
import lifecycle.ReattachConfig;
import lifecycle.UnsupportedProtocolException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lesson's plugin, started as another host would, then taken over.
@Tag("2.7")
@DisplayName("2.7 PluginClient.reattach")
class ReattachCheck {
  private static final MagicCookie COOKIE = new MagicCookie("COURSE_PLUGIN", "calculator");

  private static Running plugin;
  private static Running other;

  @TempDir private Path folder;

  @BeforeAll
  static void startPlugins() throws Exception {
    Logging.toStderr();
    List<String> command = PluginProgram.compile(Path.of("Plugin.java")).command();
    plugin = Running.start(command);
    other = Running.start(command);
  }

  @AfterAll
  static void endThem() throws IOException {
    for (Running running : Arrays.asList(plugin, other)) {
      if (running != null) {
        running.close();
      }
    }
  }

  @Test
  @DisplayName("takes over a running plugin: the client is started, and calls work")
  void takesOverARunningPlugin() {
    PluginClient client = PluginClient.reattach(config().build(), plugin.reattach());
    try {
      assertThat(client.state())
          .as("reattach returns a client that is started and connected")
          .isInstanceOf(PluginState.Running.class);
      assertThat(client.id()).as("the client's process is the plugin's").hasValue(plugin.pid());
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      assertThat(calculator.add(20, 22)).as("a call through the new client").isEqualTo(42);
      assertThat(folder.resolve("started"))
          .as("what the configured command makes: reattach must not start it")
          .doesNotExist();
    } finally {
      client.detach();
    }
    assertThat(plugin.isAlive()).as("the plugin runs on after detach").isTrue();
  }

  @Test
  @DisplayName("the new client can end the plugin")
  void canEndThePlugin() {
    PluginClient client = PluginClient.reattach(config().build(), other.reattach());

    client.kill();

    assertThat(other.process().onExit())
        .as("the plugin's process after the new client's kill()")
        .succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("a process that is gone: PluginNotFoundException, with its id")
  void findsNoProcess() throws Exception {
    Process ended = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    ended.waitFor();
    ReattachConfig stale = new ReattachConfig("grpc", 1, ended.pid(), plugin.reattach().address());

    assertThatThrownBy(
            () -> PluginClient.reattach(config().build(), stale),
            "process %d is gone: throw PluginNotFoundException",
            ended.pid())
        .isInstanceOf(PluginNotFoundException.class)
        .hasMessageContaining(String.valueOf(ended.pid()));
  }

  @Test
  @DisplayName("a process at whose address no plugin answers: PluginNotFoundException")
  void findsNoPlugin() throws Exception {
    Process bystander = new ProcessBuilder("/bin/sh", "-c", "exec sleep 60").start();
    try {
      ReattachConfig stale =
          new ReattachConfig("grpc", 1, bystander.pid(), addressOf(folder.resolve("gone")));

      assertThatThrownBy(
              () -> PluginClient.reattach(config().build(), stale),
              "no one listens at the address: the pid alone proves nothing")
          .isInstanceOf(PluginNotFoundException.class);
      assertThat(bystander.waitFor(200, TimeUnit.MILLISECONDS))
          .as("the process of that id has ended: it is no plugin of ours and must not be killed")
          .isFalse();
      assertThat(folder.resolve("started"))
          .as("what the configured command makes: reattach must not start it")
          .doesNotExist();
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }

  @Test
  @DisplayName("a protocol that the host does not accept: UnsupportedProtocolException")
  void refusesNetrpc() {
    ReattachConfig found = plugin.reattach();
    ReattachConfig netrpc = new ReattachConfig("netrpc", 1, found.pid(), found.address());

    assertThatThrownBy(
            () -> PluginClient.reattach(config().build(), netrpc),
            "a plugin that speaks netrpc cannot be taken over")
        .isInstanceOf(UnsupportedProtocolException.class)
        .hasMessageContaining("netrpc");
    assertThat(plugin.isAlive()).as("the plugin was not touched").isTrue();
  }

  @Test
  @DisplayName("two hosts can use one plugin")
  void sharesThePlugin() {
    PluginClient first = PluginClient.reattach(config().build(), plugin.reattach());
    PluginClient second = PluginClient.reattach(config().build(), first.reattachConfig());
    try {
      assertThat(second.reattachConfig())
          .as("what the second client tells a third is what the first told it")
          .isEqualTo(first.reattachConfig());
      first.detach();
      assertThatCode(second::ping)
          .as("the second client's connection is its own: it lives on without the first")
          .doesNotThrowAnyException();
    } finally {
      first.detach();
      second.detach();
    }
  }

  /// A configuration whose command leaves a mark if someone starts it.
  private ClientConfig.Builder config() {
    PluginSet plugins =
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
    List<String> command =
        List.of("/bin/sh", "-c", "echo started > \"$0\"; exit 1", "" + folder.resolve("started"));
    return ClientConfig.builder(new HandshakeConfig(1, COOKIE), command)
        .plugins(1, plugins)
        .plugins(2, plugins)
        .allowedProtocols(Set.of("grpc"))
        .startTimeout(Duration.ofSeconds(5));
  }

  private static PluginAddress addressOf(Path socket) {
    return new PluginAddress(Network.UNIX, socket.toString());
  }

  /// The lesson's plugin as a process, started without any help of the framework's.
  private record Running(Process process, CompletableFuture<String> line) implements AutoCloseable {
    static Running start(List<String> command) throws IOException {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put(COOKIE.key(), COOKIE.value());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      return new Running(
          process,
          CompletableFuture.supplyAsync(
              () -> process.inputReader().lines().findFirst().orElse("nothing")));
    }

    ReattachConfig reattach() {
      assertThat(line)
          .as("the handshake line of the lesson's plugin")
          .succeedsWithin(Duration.ofSeconds(8))
          .asString()
          .matches("1\\|[0-9]+\\|unix\\|.*\\|grpc\\|");
      String[] fields = line.join().split("\\|", -1);
      return new ReattachConfig(
          "grpc", Integer.parseInt(fields[1]), process.pid(), addressOf(Path.of(fields[3])));
    }

    String pid() {
      return String.valueOf(process.pid());
    }

    boolean isAlive() {
      return process.isAlive();
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly().onExit().join();
      // SIGKILL leaves the socket behind.
      Files.deleteIfExists(Path.of(reattach().address().address()));
    }
  }
}
