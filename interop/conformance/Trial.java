package conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One start of the plugin: a raw process whose output is collected, and a folder of its own for
/// its sockets. Closing it ends the process and all its descendants.
final class Trial implements AutoCloseable {
  /// How long to wait for the system to remove a killed process.
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final Path folder;
  private final Process process;
  private final Collected stdout;
  private final Collected stderr;
  private final long begin = System.nanoTime();

  private Trial(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.stdout = Collected.from(process.getInputStream());
    this.stderr = Collected.from(process.getErrorStream());
  }

  /// Starts a command. Its stdin is an open pipe in which nothing comes.
  ///
  /// @param change makes its environment from this process's own
  static Trial start(List<String> command, Consumer<Map<String, String>> change)
      throws IOException {
    // Short: a socket's path may have about 100 characters.
    Path folder = Files.createTempDirectory("c");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TMPDIR", folder.toString());
    change.accept(builder.environment());
    try {
      return new Trial(folder, builder.start());
    } catch (IOException e) {
      Files.delete(folder);
      throw e;
    }
  }

  Collected stdout() {
    return stdout;
  }

  Collected stderr() {
    return stderr;
  }

  /// What the process reads from.
  OutputStream stdin() {
    return process.getOutputStream();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /// The exit code; empty if it does not end in time.
  OptionalInt awaitExit(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /// Sends a signal, by its name without `SIG`.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
        .redirectErrorStream(true)
        .start()
        .waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The files that the process has in its folder now.
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> descendants = descendants();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      deleteFolder();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
