package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A shell is the host here: it starts the real plugin, and dies without a goodbye.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostWatchTest {
  @Test
  void aPluginEndsSoonAfterItsHostWasKilled() throws Exception {
    List<ProcessHandle> plugins = new ArrayList<>();
    Process host = startHost();
    try (BufferedReader output = host.inputReader()) {
      HandshakeLine line = HandshakeLine.parse(output.readLine());
      plugins.addAll(host.children().toList());
      assertThat(plugins).hasSize(1);
      assertThat(Path.of(line.address())).exists();

      host.destroyForcibly().waitFor();

      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () -> {
                assertThat(plugins.getFirst().isAlive()).as("the plugin lives").isFalse();
                assertThat(Path.of(line.address())).as("its socket").doesNotExist();
              });
    } finally {
      host.descendants().forEach(ProcessHandle::destroyForcibly);
      plugins.forEach(ProcessHandle::destroyForcibly);
      host.destroyForcibly().waitFor();
    }
  }

  private static Process startHost() throws IOException {
    List<String> command = new ArrayList<>();
    // "$@" & wait: the shell stays the plugin's parent, and the plugin keeps the shell's output.
    command.addAll(List.of("/bin/sh", "-c", "\"$@\" & wait", "host"));
    command.addAll(PluginProgram.compile(Path.of("Plugin.java")).command());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("COURSE_PLUGIN", "calculator");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
