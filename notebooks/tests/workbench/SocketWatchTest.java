package workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
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

  /// What is seen of a process that does something, says so, and ends when that has been seen.
  private boolean seen(String script) throws Exception {
    Path socket = Files.createFile(folder.resolve("socket"));
    Process process = new ProcessBuilder("/bin/sh", "-c", script.formatted(socket)).start();
    Semaphore looks = new Semaphore(0);
    CompletableFuture<Boolean> seen =
        SocketWatch.during(process.toHandle(), socket, looks::release);
    say(process);
    assertThat(process.inputReader().readLine()).isNotNull();
    int before = looks.drainPermits();
    // The first of them may have begun before the process said so.
    assertThat(looks.tryAcquire(2, 10, TimeUnit.SECONDS)).as("looks after %d", before).isTrue();
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
