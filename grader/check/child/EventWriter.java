package check.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends events to the private file that the grader reads. Safe for use by many threads; each
/// event is in the file when [#write] returns, so a crash loses none.
final class EventWriter {
  private final FileChannel channel;

  EventWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  void write(Event event) {
    byte[] line = (event.format() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      writeFully(ByteBuffer.wrap(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void writeFully(ByteBuffer bytes) throws IOException {
    // A file channel closes when a thread inside it is interrupted, as JUnit does on a time-out.
    boolean interrupted = Thread.interrupted();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
