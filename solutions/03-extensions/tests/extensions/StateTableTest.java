package extensions;

import static extensions.RegistryFixture.LONG;
import static extensions.RegistryFixture.command;
import static extensions.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StateTableTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    RegistryFixture.assertNothingRuns();
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static PluginRegistry registry() {
    return RegistryFixture.registry(
            manifest("a-plugin-with-a-long-name", "1.0.0", command(1)),
            manifest("b", "10.20.30-rc.1", command(2)))
        .open();
  }

  @Test
  void inAFileTheRowsThatHaveChangedArePrintedAndNoOthers() {
    try (PluginRegistry registry = registry()) {
      try (StateTable table = StateTable.open(registry, out, /* terminal= */ false)) {
        registry.plugin("b").awaitReady(LONG);
        await().atMost(Duration.ofSeconds(5)).until(() -> shown().contains(" ready "));
        table.print("host   | a line");
      }
    }

    List<String> lines = shown().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 80).noneMatch(line -> line.contains("["));
    assertThat(lines.getFirst()).contains("plugin", "version", "state", "process", "since");
    assertThat(lines.stream().filter(line -> line.contains("a-plugin")))
        .singleElement()
        .asString()
        .contains("discovered");
    assertThat(lines).contains("host   | a line");
  }

  @Test
  void onATerminalTheTableIsDrawnInPlaceBelowWhatIsPrinted() {
    try (PluginRegistry registry = registry()) {
      try (StateTable table = StateTable.open(registry, out, /* terminal= */ true)) {
        table.lines().print("half a line, ");
        table.lines().flush();
        PrintStream lines = table.lines();
        lines.print("begun ");
        lines.println("and ended");
        registry.plugin("b").awaitReady(LONG);
      }
    }

    List<String> screen = screen(shown());
    assertThat(screen).hasSize(4);
    assertThat(screen.get(0)).isEqualTo("begun and ended");
    assertThat(screen.get(1)).contains("plugin", "state");
    assertThat(screen.get(2)).contains("a-plugin-with…", "discovered");
    assertThat(screen.get(3)).contains("10.20.30…", "ready");
  }

  @Test
  void aClosedTableDrawsNoMore() {
    try (PluginRegistry registry = registry()) {
      StateTable table = StateTable.open(registry, out, /* terminal= */ true);
      table.close();
      String before = shown();
      table.close();
      registry.plugin("b").awaitReady(LONG);
      assertThat(shown()).isEqualTo(before);
    }
  }

  /// What a terminal shows in the end: it moves up and erases lines.
  private static List<String> screen(String output) {
    List<String> screen = new ArrayList<>();
    int row = 0;
    String rest = output;
    while (!rest.isEmpty()) {
      if (rest.startsWith("\u001b[1A")) {
        row--;
        rest = rest.substring(4);
      } else if (rest.startsWith("\u001b[2K")) {
        screen.set(row, "");
        rest = rest.substring(4);
      } else {
        int end = rest.indexOf('\n');
        while (screen.size() <= row) {
          screen.add("");
        }
        screen.set(row, screen.get(row) + rest.substring(0, end));
        row++;
        rest = rest.substring(end + 1);
      }
    }
    return screen;
  }
}
