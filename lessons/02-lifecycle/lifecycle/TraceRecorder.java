package lifecycle;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a trace to a file, a [TraceEvent] a line, each at once, so that the file tells the whole
/// story up to the moment at which the host dies.
///
/// Safe for use by many threads; the events of a file stand in the order of their times. If a write
/// fails, one warning says so and the recorder is off. A closed recorder records nothing.
public final class TraceRecorder implements Trace, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraceRecorder.class);

  private final Path file;
  private final OutputStream stream;
  private final long beganNanos = System.nanoTime();
  private boolean open = true;

  private TraceRecorder(Path file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /// Begins a trace. What the file held before is gone.
  ///
  /// @param file a regular file, or none yet; a pipe or a device could block the host
  /// @throws IOException if the file cannot be written
  public static TraceRecorder to(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("cannot write a trace to " + file + ": not a regular file");
    }
    // No file channel: it would be closed by an interrupt of any thread that records.
    return new TraceRecorder(file, new FileOutputStream(file.toFile()));
  }

  @Override
  public synchronized void record(String process, String kind, Map<String, ?> details) {
    if (!open) {
      return;
    }
    try {
      long at = System.nanoTime() - beganNanos;
      TraceEvent event = new TraceEvent(at, process, kind, new LinkedHashMap<>(details));
      stream.write((event.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      LOG.warn("no more trace in {}: {}", file, e.toString());
      close();
    }
  }

  /// Ends the trace. Calling it again does nothing.
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      stream.close();
    } catch (IOException e) {
      LOG.warn("cannot close the trace {}: {}", file, e.toString());
    }
  }
}
