package lifecycle;

import basics.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Writes a trace to a file, a [TraceEvent] a line, each at once, so that the file tells the whole
/// story up to the moment at which the host dies.
///
/// Safe for use by many threads; the events of a file stand in the order of their times. If a write
/// fails, one warning says so and the recorder is off. A closed recorder records nothing.
public final class TraceRecorder implements Trace, AutoCloseable {
  private final TraceFile file;

  private TraceRecorder(TraceFile file) {
    this.file = file;
  }

  /// Begins a trace without the messages of calls. What the file held before is gone.
  ///
  /// @param file a regular file, or none yet; a pipe or a device could block the host
  /// @throws IOException if the file cannot be written
  public static TraceRecorder to(Path file) throws IOException {
    return to(file, 0);
  }

  /// Begins a trace that can be replayed ([TraceReplay]). What the file held before is gone.
  ///
  /// @param file a regular file, or none yet
  /// @param payloadBytes how many bytes of the messages of a call are recorded, in each direction;
  ///   they may hold secrets
  /// @throws IOException if the file cannot be written
  public static TraceRecorder to(Path file, int payloadBytes) throws IOException {
    return new TraceRecorder(TraceFile.to(file, Long.MAX_VALUE, payloadBytes));
  }

  /// The trace of this process, which its environment asks for ([TraceFile#VARIABLE]); what each
  /// host records into unless told otherwise. [Trace#NONE] if none is asked for.
  public static Trace ofProcess() {
    TraceFile file = TraceFile.ofProcess();
    return file == TraceFile.NONE ? Trace.NONE : new TraceRecorder(file);
  }

  @Override
  public void record(String process, String kind, Map<String, ?> details) {
    file.record(process, kind, details);
  }

  @Override
  public int payloadBytes() {
    return file.payloadBytes();
  }

  /// Ends the trace. Calling it again does nothing.
  @Override
  public void close() {
    file.close();
  }
}
