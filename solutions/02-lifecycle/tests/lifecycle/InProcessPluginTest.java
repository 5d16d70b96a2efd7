package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import contract.Calculator;
import course.goplugin.Empty;
import course.goplugin.GRPCControllerGrpc;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plugins that serve in this very program.
class InProcessPluginTest {
  private static final ServeConfig CALCULATOR =
      ServeConfig.of(
          Helper.HANDSHAKE,
          ServiceSet.of("calculator", () -> new CalculatorService(new CalculatorImpl())));

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  private static PluginClient host(InProcessPlugin plugin) {
    return PluginClient.reattach(
        Helper.script("exit 1").build(), ReattachConfig.fromJson(plugin.reattachConfig().toJson()));
  }

  @Test
  @Tag("F25")
  @Tag("case-42")
  @Tag("F26")
  void servesUntilItIsClosedWhateverItsHostDoes() {
    InProcessPlugin plugin = InProcessPlugin.serve(CALCULATOR);
    ReattachConfig self = plugin.reattachConfig();
    assertThat(self.test()).isTrue();
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(self.protocolVersion()).isEqualTo(1);
    Path socket = Path.of(self.address().address());

    PluginClient first = host(plugin);
    first.dispense("calculator", Calculator.class).initialize();
    assertThat(first.reattachConfig()).isEqualTo(self);
    assertThat(first.negotiatedVersion()).isEqualTo(1);
    assertThat(first.kill().steps()).as("a kill touches nothing").isEmpty();
    assertThat(first.state().label()).isEqualTo("exited");
    assertThatThrownBy(first::ping)
        .as("the connection is freed, unlike go-plugin's")
        .isInstanceOf(PluginStoppedException.class);

    PluginClient second = host(plugin);
    assertThatCode(second::ping).as("the plugin is still up").doesNotThrowAnyException();
    assertThat(plugin.closed()).isNotDone();
    assertThat(socket).exists();

    plugin.close();

    assertThat(plugin.closed()).isCompleted();
    assertThat(socket).doesNotExist();
    assertThatThrownBy(second::ping).isInstanceOf(PluginPingException.class);
    second.kill();
    plugin.close();
  }

  @Test
  @Tag("F26")
  void leavesTheStandardStreamsAlone() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (InProcessPlugin plugin = InProcessPlugin.serve(CALCULATOR)) {
      assertThat(plugin.closed()).isNotDone();
      assertThat(System.out).isSameAs(out);
      assertThat(System.err).isSameAs(err);
    }
  }

  @Test
  @Tag("F16")
  @Tag("F26")
  void copiesTheStandardStreamsIfAskedTo() {
    PrintStream before = System.out;
    ByteArrayOutputStream here = new ByteArrayOutputStream();
    ByteArrayOutputStream there = new ByteArrayOutputStream();
    PrintStream local = new PrintStream(here, true, StandardCharsets.UTF_8);
    System.setOut(local);
    try (InProcessPlugin plugin = InProcessPlugin.serveWithStdio(CALCULATOR)) {
      PluginClient client =
          PluginClient.reattach(
              Helper.script("exit 1").syncStdout(there).build(), plugin.reattachConfig());

      System.out.print("for both");

      await().untilAsserted(() -> assertThat(text(there)).isEqualTo("for both"));
      assertThat(text(here)).isEqualTo("for both");
      client.kill();
    } finally {
      assertThat(System.out).as("the stream of before").isSameAs(local);
      System.setOut(before);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Tag("F26")
  void aHostMayStillAskForItsEndInSoManyWords() {
    InProcessPlugin plugin = InProcessPlugin.serve(CALCULATOR);
    PluginClient client = host(plugin);

    Empty _ =
        GRPCControllerGrpc.newBlockingStub(client.channel()).shutdown(Empty.getDefaultInstance());

    assertThat(plugin.closed()).succeedsWithin(Duration.ofSeconds(5));
    client.kill();
  }
}
