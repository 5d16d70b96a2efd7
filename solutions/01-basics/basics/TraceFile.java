package basics;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that tells what happens between a host and its plugins: a line of JSON an event, written
/// at once, so that it tells the story up to the moment at which the host dies.
///
/// A host records if its environment names a file ([#VARIABLE]); nobody else changes a line for it.
/// Only the file's owner can read it: a command line or a log line may hold a secret. Environment
/// variables are recorded by their names, never by their values.
///
/// Safe for use by many threads; the events stand in the order of their times. If a write fails,
/// one warning says so and nothing more is recorded.
public final class TraceFile implements AutoCloseable {
  /// The environment variable that names the file. What it held before is gone.
  public static final String VARIABLE = "COURSE_TRACE";

  /// The environment variable by which the messages of calls are recorded, too: at most so many
  /// bytes of each call's requests, and as many of its answers. Without it only their sizes are.
  /// Messages may hold secrets.
  public static final String PAYLOADS_VARIABLE = "COURSE_TRACE_PAYLOADS";

  /// The system property that names the file and wins over [#VARIABLE], for a process that is one
  /// host after the other, such as one that runs checks: each change of it begins a new file.
  public static final String PROPERTY = "course.trace";

  /// The system property that says what such a process is at now. A change is recorded as an event
  /// of kind [#CHAPTER] before the next event.
  public static final String CHAPTER_PROPERTY = "course.trace.chapter";

  /// The kinds of events that layer 1 records; `lifecycle.TraceKind` has more of them.
  public static final String SPAWN = "spawn";

  /// See `lifecycle.TraceKind`.
  public static final String HANDSHAKE = "handshake";

  /// See `lifecycle.TraceKind`.
  public static final String DIAL = "dial";

  /// See `lifecycle.TraceKind`.
  public static final String RPC = "rpc";

  /// See `lifecycle.TraceKind`.
  public static final String LOG = "log";

  /// See `lifecycle.TraceKind`.
  public static final String EXIT = "exit";

  /// See [#CHAPTER_PROPERTY].
  public static final String CHAPTER = "chapter";

  /// Calls and log lines left out from here on: the file has its [#LIMIT_BYTES].
  public static final String LIMIT = "limit";

  /// How long a file of [#ofProcess] may become before calls and log lines are left out. What is
  /// left, such as states and exits, is rare; it ends at twice this length.
  public static final long LIMIT_BYTES = 4L << 20;

  /// Records nothing.
  public static final TraceFile NONE = new TraceFile(Path.of(""), null, 0, 0);

  private static final Logger LOGGER = LoggerFactory.getLogger(TraceFile.class);

  /// What may come by the thousand.
  private static final Set<String> FREQUENT = Set.of(RPC, LOG);

  private final Path file;
  private final long limitBytes;
  private final int payloadBytes;
  private final long beganNanos = System.nanoTime();
  private long writtenBytes;
  private boolean limited;
  private @Nullable OutputStream stream;

  private TraceFile(Path file, @Nullable OutputStream stream, long limitBytes, int payloadBytes) {
    this.file = file;
    this.stream = stream;
    this.limitBytes = limitBytes;
    this.payloadBytes = payloadBytes;
  }

  /// The file of this process, as environment or property say; [#NONE] if they name none, or one
  /// that cannot be written, of which one warning tells. Its folder is made if need be.
  public static TraceFile ofProcess() {
    return ProcessTrace.current();
  }

  /// Begins a trace. What the file held before is gone.
  ///
  /// @param file a regular file, or none yet; a pipe or a device could block the host
  /// @param limitBytes as [#LIMIT_BYTES] is
  /// @param payloadBytes how many bytes of a call's messages are wanted in each direction; 0 for
  ///   none
  /// @throws IOException if the file cannot be written
  public static TraceFile to(Path file, long limitBytes, int payloadBytes) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("cannot write a trace to " + file + ": not a regular file");
    }
    Files.deleteIfExists(file);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    // No file channel: it would be closed by an interrupt of any thread that records.
    OutputStream stream = new FileOutputStream(file.toFile(), /* append= */ true);
    return new TraceFile(file, stream, limitBytes, payloadBytes);
  }

  /// Something has just happened. Never throws.
  ///
  /// @param process where it happened: `host`, or a plugin's name
  /// @param kind what kind of thing it is
  /// @param details what is worth to know of it, by name; a text, number or boolean keeps its type,
  ///   a collection becomes a list of texts, any other value its `toString`
  public void record(String process, String kind, Map<String, ?> details) {
    if (this == NONE) {
      return;
    }
    String begun = ProcessTrace.begunChapter(this);
    if (begun != null) {
      write("host", CHAPTER, TraceLine.object(Map.of("title", begun)));
    }
    String object;
    try {
      object = TraceLine.object(details);
    } catch (RuntimeException e) {
      giveUp(e);
      return;
    }
    write(process, kind, object);
  }

  private synchronized void write(String process, String kind, String details) {
    if (stream == null || leftOut(kind)) {
      return;
    }
    try {
      append(process, kind, details);
      if (writtenBytes >= limitBytes && !limited) {
        limited = true;
        append("host", LIMIT, TraceLine.object(Map.of("bytes", limitBytes)));
      }
    } catch (IOException e) {
      giveUp(e);
    }
  }

  private boolean leftOut(String kind) {
    return limited && (FREQUENT.contains(kind) || writtenBytes / 2 >= limitBytes);
  }

  private void append(String process, String kind, String details) throws IOException {
    long at = System.nanoTime() - beganNanos;
    byte[] line =
        (TraceLine.of(at, process, kind, details) + "\n").getBytes(StandardCharsets.UTF_8);
    if (stream != null) {
      stream.write(line);
      writtenBytes += line.length;
    }
  }

  private void giveUp(Exception why) {
    LOGGER.warn("no more trace in {}: {}", file, why.toString());
    close();
  }

  /// How many bytes of a call's messages are wanted in each direction; 0 for none.
  public int payloadBytes() {
    return payloadBytes;
  }

  /// Ends the trace. Calling it again does nothing.
  @Override
  public synchronized void close() {
    OutputStream open = stream;
    if (open == null) {
      return;
    }
    stream = null;
    try {
      open.close();
    } catch (IOException e) {
      LOGGER.warn("cannot close the trace {}: {}", file, e.toString());
    }
  }
}
