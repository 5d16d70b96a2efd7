package workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketWatchTest {
  @TempDir private Path folder;

  @Test
  void aSocketThatItsProcessRemovesIsGoneBeforeTheProcessEnds() throws Exception {
    assertThat(seen("read line; rm '%s'; echo removed; read line")).isFalse();
  }

  @Test
  void aSocketThatItsProcessLeavesIsThereToTheEnd() throws Exception {
    assertThat(seen("read line; echo left; read line")).isTrue();
  }

  /// What is seen of a process that does something, says so, and ends a moment later.
  private boolean seen(String script) throws Exception {
    Path socket = Files.createFile(folder.resolve("socket"));
    Process process = new ProcessBuilder("/bin/sh", "-c", script.formatted(socket)).start();
    CompletableFuture<Boolean> seen = SocketWatch.during(process.toHandle(), socket);
    say(process);
    assertThat(process.inputReader().readLine()).isNotNull();
    // Not a wait for a condition: the watch must look once more before the end.
    TimeUnit.MILLISECONDS.sleep(50);
    say(process);
    boolean there = seen.get(10, TimeUnit.SECONDS);
    Files.deleteIfExists(socket);
    return there;
  }

  private static void say(Process process) throws IOException {
    process.outputWriter().write("go\n");
    process.outputWriter().flush();
  }
}
