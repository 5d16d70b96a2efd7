package basics;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A plugin's process, started in the plainest way: command, cookie, first line of output.
///
/// Layer 2's `lifecycle.PluginClient` does all that this leaves out: states, diagnosis, a polite
/// shutdown. What happens is recorded if the environment asks for it ([TraceFile#VARIABLE]).
public final class PluginProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Process process;
  private final TraceFile trace = TraceFile.ofProcess();
  private final AtomicBoolean endRecorded = new AtomicBoolean();
  private final CompletableFuture<LineReader.Piece> firstLine = new CompletableFuture<>();

  private PluginProcess(Process process) {
    this.process = process;
  }

  /// Starts the plugin. Its environment is this process's own, with the cookie.
  ///
  /// @param command the executable and its arguments
  /// @param cookie what tells the plugin that a host started it
  /// @param stderr takes each line that the plugin writes to its stderr, on a thread of its own
  /// @throws PluginTransportException if the command cannot be started
  public static PluginProcess start(
      List<String> command, MagicCookie cookie, Consumer<String> stderr) {
    ProcessBuilder builder = new ProcessBuilder(command);
    // What this process records is its own story.
    builder.environment().remove(TraceFile.VARIABLE);
    builder.environment().put(cookie.key(), cookie.value());
    PluginProcess plugin;
    try {
      plugin = new PluginProcess(builder.start());
    } catch (IOException e) {
      throw new PluginTransportException(
          "cannot start the plugin: %s\nCommand: %s".formatted(e.getMessage(), command), e);
    }
    plugin.recordSpawn(command, cookie);
    Thread.startVirtualThread(() -> plugin.readOutput());
    Thread.startVirtualThread(() -> plugin.readErrors(stderr));
    plugin.process.onExit().thenRun(plugin::recordEnd);
    return plugin;
  }

  /// Of the environment the names only: a value may be a secret.
  private void recordSpawn(List<String> command, MagicCookie cookie) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("pid", pid());
    details.put("environment", List.of(cookie.key()));
    details.put("command", command);
    trace.record("host", TraceFile.SPAWN, details);
  }

  /// The plugin's first line of output, without its line end.
  ///
  /// @param timeout how long to wait for it
  /// @throws PluginTransportException if it does not come in time, or the plugin ends without one
  /// @throws HandshakeException if it is longer than [LineReader#DEFAULT_LIMIT_BYTES]
  public String firstLine(Duration timeout) {
    try {
      return whole(firstLine.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new PluginTransportException("the plugin printed no line within " + timeout, e);
    } catch (ExecutionException e) {
      throw new PluginTransportException("the plugin ended without a line: " + exit(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PluginTransportException("interrupted while waiting for the plugin's line", e);
    }
  }

  private static String whole(LineReader.Piece line) {
    if (!line.endsLine()) {
      throw HandshakeException.inLine(
          line.text(), "longer than %d bytes".formatted(LineReader.DEFAULT_LIMIT_BYTES));
    }
    return line.text();
  }

  /// The process's id.
  public long pid() {
    return process.pid();
  }

  /// Ends the process: SIGTERM, and SIGKILL if it is still there after two seconds. Calling it
  /// again does nothing.
  ///
  /// @return how it ended, such as `exit code 143`
  public String stop() {
    // Not process.destroy(): that closes the streams, and the plugin's last words would be lost.
    process.toHandle().destroy();
    if (!ended()) {
      process.destroyForcibly();
    }
    recordEnd();
    return exit();
  }

  /// Once: who stops the process must not end before it is recorded, and it may end unasked.
  private void recordEnd() {
    if (ended() && endRecorded.compareAndSet(false, true)) {
      trace.record("host", TraceFile.EXIT, Map.of("status", exit()));
    }
  }

  /// Does what [#stop] does.
  @Override
  public void close() {
    stop();
  }

  private String exit() {
    if (!ended()) {
      return "still running";
    }
    return switch (process.exitValue()) {
      // A process that a signal ended has 128 plus the signal's number.
      case 128 + 9 -> "exit code 137 (SIGKILL)";
      case 128 + 15 -> "exit code 143 (SIGTERM)";
      default -> "exit code " + process.exitValue();
    };
  }

  /// Waits for the end, at most two seconds.
  private boolean ended() {
    try {
      return process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /// Takes the first line and throws the rest away, so that the plugin never blocks on a full pipe.
  private void readOutput() {
    forEachPiece(process.getInputStream(), this::readLine);
    firstLine.completeExceptionally(new IOException("end of output"));
  }

  private void readLine(LineReader.Piece piece) {
    if (!firstLine.isDone()) {
      // Recorded before anyone acts on it.
      trace.record("plugin", TraceFile.HANDSHAKE, Map.of("line", piece.text()));
      firstLine.complete(piece);
    }
  }

  private void readErrors(Consumer<String> stderr) {
    forEachPiece(
        process.getErrorStream(),
        piece -> {
          trace.record("plugin", TraceFile.LOG, Map.of("level", "debug", "message", piece.text()));
          stderr.accept(piece.text());
        });
  }

  private static void forEachPiece(InputStream stream, Consumer<LineReader.Piece> pieces) {
    LineReader reader = new LineReader(stream, LineReader.DEFAULT_LIMIT_BYTES);
    try (stream) {
      for (Optional<LineReader.Piece> piece = reader.next();
          piece.isPresent();
          piece = reader.next()) {
        pieces.accept(piece.get());
      }
    } catch (IOException ignored) {
      // The stream breaks when the process is destroyed: its lines are all read.
    }
  }
}
