package conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a process writes to one of its streams: read to its end, kept up to a megabyte.
final class Collected {
  private static final int LIMIT_BYTES = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Optional<String>> firstLine = new CompletableFuture<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  private Collected() {}

  /// Reads the stream on a thread of its own.
  static Collected from(InputStream stream) {
    Collected collected = new Collected();
    Thread.ofVirtual().start(() -> collected.drain(stream));
    return collected;
  }

  private void drain(InputStream stream) {
    byte[] piece = new byte[8192];
    try (stream) {
      for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
        keep(piece, read);
      }
    } catch (IOException ignored) {
      // The process was destroyed: what it wrote before was read.
    }
    firstLine.complete(Optional.empty());
    end.complete(true);
  }

  private synchronized void keep(byte[] piece, int length) {
    bytes.write(piece, 0, Math.min(length, LIMIT_BYTES - bytes.size()));
    String text = text();
    int lineEnd = text.indexOf('\n');
    if (lineEnd >= 0) {
      firstLine.complete(Optional.of(text.substring(0, lineEnd)));
    }
  }

  /// The first line without its line end; empty if there is none in time.
  Optional<String> firstLine(Duration timeout) throws InterruptedException {
    return await(firstLine, timeout).flatMap(line -> line);
  }

  /// Waits until the stream ends.
  ///
  /// @return whether it did, in time
  boolean awaitEnd(Duration timeout) throws InterruptedException {
    return await(end, timeout).isPresent();
  }

  private static <T> Optional<T> await(CompletableFuture<T> future, Duration timeout)
      throws InterruptedException {
    try {
      return Optional.of(future.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("these futures never complete exceptionally", e);
    }
  }

  /// All that was written so far.
  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
