package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Plugins written in shell, good and bad. No shell has a child here: `exec` replaces it, so one
/// signal reaches all that runs.
@EnabledOnOs({OS.LINUX, OS.MAC})
class PluginProcessTest {
  private static final MagicCookie COOKIE = new MagicCookie("TEST_COOKIE", "crumbs");
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final List<String> stderr = new CopyOnWriteArrayList<>();
  private final List<PluginProcess> started = new CopyOnWriteArrayList<>();

  @AfterEach
  void leaveNothingRunning() {
    for (PluginProcess plugin : started) {
      plugin.close();
      assertThat(ProcessHandle.of(plugin.pid())).isEmpty();
    }
  }

  @Test
  void readsTheFirstLineAndNoOther() {
    PluginProcess plugin = shell("echo first; echo second; exec sleep 60");

    assertThat(plugin.firstLine(SOON)).isEqualTo("first");
    assertThat(plugin.firstLine(SOON)).as("asked again").isEqualTo("first");
  }

  @Test
  void handsOverTheCookie() {
    assertThat(shell("echo $TEST_COOKIE").firstLine(SOON)).isEqualTo("crumbs");
  }

  @Test
  void passesOnStderrLineByLine() {
    shell("echo one >&2; echo two >&2; exec sleep 60");

    await().atMost(SOON).untilAsserted(() -> assertThat(stderr).containsExactly("one", "two"));
  }

  @Test
  void aPluginThatEndsAtOnceIsToldWithItsExitCode() {
    assertThatThrownBy(() -> shell("exit 3").firstLine(SOON))
        .isInstanceOf(PluginTransportException.class)
        .hasMessage("the plugin ended without a line: exit code 3");
  }

  @Test
  void aPluginThatPrintsNothingIsToldInTime() {
    PluginProcess plugin = shell("exec sleep 60");

    assertThatThrownBy(() -> plugin.firstLine(Duration.ofMillis(100)))
        .isInstanceOf(PluginTransportException.class)
        .hasMessage("the plugin printed no line within PT0.1S");
  }

  @Test
  void garbageIsALineToo() {
    assertThat(shell("printf '\\377\\001garbage\\n'").firstLine(SOON)).endsWith("\u0001garbage");
  }

  @Test
  void aBlankLineIsALine() {
    assertThat(shell("echo; echo '1|1|unix|/tmp/p|grpc|'").firstLine(SOON)).isEmpty();
  }

  @Test
  void aFirstLineOfSeventyKilobytesIsRefusedShort() {
    PluginProcess plugin = shell("head -c 70000 /dev/zero | tr '\\0' x; echo; exec sleep 60");

    assertThatThrownBy(() -> plugin.firstLine(SOON))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContainingAll("longer than 65536 bytes", "\"xxx")
        .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(250));
  }

  @Test
  void aPluginThatTalksALotIsNotBlocked() {
    PluginProcess plugin =
        shell("echo first; head -c 300000 /dev/zero; echo done >&2; exec sleep 60");

    assertThat(plugin.firstLine(SOON)).isEqualTo("first");
    await().atMost(SOON).untilAsserted(() -> assertThat(stderr).containsExactly("done"));
  }

  @Test
  void stopEndsThePluginBySigterm() {
    PluginProcess plugin = shell("echo ready; exec sleep 60");
    plugin.firstLine(SOON);

    assertThat(plugin.stop()).isEqualTo("exit code 143 (SIGTERM)");
    assertThat(plugin.stop()).as("stopped again").isEqualTo("exit code 143 (SIGTERM)");
  }

  @Test
  void stopKillsAPluginThatIgnoresSigterm() {
    PluginProcess plugin = shell("trap '' TERM; echo ready; exec sleep 60");
    plugin.firstLine(SOON);

    assertThat(plugin.stop()).isEqualTo("exit code 137 (SIGKILL)");
  }

  @Test
  void stopTellsHowAPluginEndedByItself() {
    PluginProcess plugin = shell("echo ready; exit 7");
    plugin.firstLine(SOON);
    await().atMost(SOON).until(() -> ProcessHandle.of(plugin.pid()).isEmpty());

    assertThat(plugin.stop()).isEqualTo("exit code 7");
  }

  @Test
  void aMissingPluginIsTold() {
    assertCannotStart(folder.resolve("nowhere"), "No such file or directory");
  }

  @Test
  void aFolderIsNoPlugin() {
    assertCannotStart(folder, "Permission denied");
  }

  @Test
  void aFileThatMayNotBeExecutedIsTold() throws IOException {
    assertCannotStart(Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n"), "ermission");
  }

  @Test
  void aProgramForAnotherMachineEndsWithoutALine() throws IOException {
    Path program = folder.resolve("plugin");
    // The head of an ELF file for a machine that does not exist.
    Files.write(
        program, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0});
    assertThat(program.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> start(List.of(program.toString())).firstLine(SOON))
        .isInstanceOf(PluginTransportException.class)
        .message()
        .matches("(?s)cannot start the plugin: .*|the plugin ended without a line: exit code \\d+");
  }

  private void assertCannotStart(Path program, String reason) {
    assertThatThrownBy(() -> start(List.of(program.toString(), "--flag")))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContainingAll(
            "cannot start the plugin", program.toString(), reason, "Command: [", "--flag")
        .hasCauseInstanceOf(IOException.class);
  }

  private PluginProcess shell(String script) {
    return start(List.of("/bin/sh", "-c", script));
  }

  private PluginProcess start(List<String> command) {
    PluginProcess plugin = PluginProcess.start(command, COOKIE, stderr::add);
    started.add(plugin);
    return plugin;
  }
}
