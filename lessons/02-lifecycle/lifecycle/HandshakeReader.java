package lifecycle;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a plugin's handshake line, and reads its stdout to the end so that the plugin never
/// blocks on a full pipe.
final class HandshakeReader {
  /// How long to wait for the exit status of a process whose stdout has ended.
  private static final Duration EXIT_WAIT = Duration.ofSeconds(2);

  /// How long to wait for the line of a process that has ended: it may still be in the pipe.
  private static final Duration LINE_WAIT = Duration.ofMillis(300);

  private final CompletableFuture<Optional<LineReader.Piece>> first = new CompletableFuture<>();

  /// What came of the wait: a line, or why there is none.
  sealed interface Outcome {
    record Read(HandshakeLine line) implements Outcome {}

    record Failed(StartFailure failure) implements Outcome {}
  }

  /// Reads until the stream ends, on the calling thread.
  void drain(InputStream stdout) {
    LineReader reader = new LineReader(stdout, LineReader.DEFAULT_LIMIT_BYTES);
    try (stdout) {
      Optional<LineReader.Piece> piece = reader.next();
      first.complete(piece);
      while (piece.isPresent()) {
        piece = reader.next();
      }
    } catch (IOException e) {
      // The stream breaks when the process is killed: for the reader that is its end.
      first.complete(Optional.empty());
    }
  }

  /// Waits for the line.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  Outcome await(Runner process, Duration timeout) throws InterruptedException {
    try {
      // Not the line alone: a descendant may hold the stdout of a process that has ended.
      CompletableFuture.anyOf(first, process.exit()).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      Optional<LineReader.Piece> piece = firstSoon();
      return piece.isPresent() ? parse(piece.get()) : new Outcome.Failed(withoutLine(process));
    } catch (TimeoutException e) {
      return new Outcome.Failed(new StartFailure.TimedOut(timeout));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the first line never completes exceptionally", e);
    }
  }

  private Optional<LineReader.Piece> firstSoon() throws InterruptedException, ExecutionException {
    try {
      return first.get(LINE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  private static Outcome parse(LineReader.Piece piece) {
    try {
      if (!piece.endsLine()) {
        throw HandshakeException.inLine(
            piece.text(), "longer than " + LineReader.DEFAULT_LIMIT_BYTES + " bytes");
      }
      return new Outcome.Read(HandshakeLine.parse(piece.text()));
    } catch (HandshakeException e) {
      return new Outcome.Failed(new StartFailure.Garbage(piece.text(), e));
    }
  }

  /// Stdout ended without a line: usually the process has, too.
  private static StartFailure withoutLine(Runner process) throws InterruptedException {
    try {
      ExitStatus status = process.exit().get(EXIT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      return new StartFailure.ExitedEarly(status);
    } catch (TimeoutException e) {
      return new StartFailure.Garbage(
          "", HandshakeException.inLine("", "stdout was closed without a line"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exit never completes exceptionally", e);
    }
  }
}
