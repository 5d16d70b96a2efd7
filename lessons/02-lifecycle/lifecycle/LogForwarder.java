package lifecycle;

import basics.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The host's reader of one plugin's stderr: each line becomes an entry of the host's log.
///
/// It also copies all bytes to a stream, if asked, and keeps the last lines, which tell why a
/// plugin died. It holds a bounded amount of memory however much the plugin writes, and nothing
/// that goes wrong here stops it before the plugin's stream ends: a plugin whose stderr no one
/// reads would stand still.
///
/// [#lastLines] and [#linesSeen] are safe for use by many threads; [#pump] runs once, on one.
public final class LogForwarder {
  /// How many lines [#lastLines] keeps unless told otherwise.
  public static final int DEFAULT_LAST_LINES = 20;

  /// A longer line is kept and traced up to here: enough for a person to see what it is.
  private static final int KEPT_CHARACTERS = 1_000;

  private static final Logger OWN_LOG = LoggerFactory.getLogger(LogForwarder.class);

  private final Logger logger;
  private final RawCopy raw;
  private final int lineLimitBytes;
  private final int keptLines;
  private final Trace trace;
  private final String process;
  private final Predicate<String> lines;
  private final LogLineParser parser = new LogLineParser();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private long linesSeen;
  private boolean inLongLine;
  private boolean parserFailed;
  private boolean logFailed;
  private boolean linesFailed;

  private LogForwarder(Builder settings) {
    this.logger = settings.logger;
    this.raw = new RawCopy(settings.raw, settings.logger.getName());
    this.lineLimitBytes = settings.lineLimitBytes;
    this.keptLines = settings.lastLines;
    this.trace = settings.trace;
    this.process = settings.process;
    this.lines = settings.lines;
  }

  /// The settings of a forwarder, all at their defaults.
  ///
  /// @param logger takes the entries; its level decides which
  public static Builder to(Logger logger) {
    return new Builder(logger);
  }

  /// Reads until the stream ends or breaks, on this thread. Does not close it.
  ///
  /// A line longer than the limit is logged as it is, piece by piece, at DEBUG. If the logger is
  /// off, no line is parsed; copying and keeping go on.
  ///
  /// @param stderr the plugin's stderr
  public void pump(InputStream stderr) {
    LineReader reader = new LineReader(raw.of(stderr), lineLimitBytes);
    try {
      for (Optional<LineReader.Piece> piece = reader.next();
          piece.isPresent();
          piece = reader.next()) {
        if (!isTaken(piece.get())) {
          keep(piece.get());
          tell(piece.get());
        }
      }
    } catch (IOException ignored) {
      // The stream breaks when the process is destroyed: its lines are all read.
    } finally {
      raw.endLine();
    }
  }

  /// Whether the line is for someone else. A piece of a longer line never is.
  private boolean isTaken(LineReader.Piece piece) {
    if (!piece.endsLine() || inLongLine) {
      return false;
    }
    try {
      return lines.test(piece.text());
    } catch (RuntimeException e) {
      if (!linesFailed) {
        linesFailed = true;
        OWN_LOG.warn("a line of {} goes to the log, who takes lines failed", process, e);
      }
      return false;
    }
  }

  /// The host's log may fail; the plugin's stderr is read on all the same.
  private void tell(LineReader.Piece piece) {
    try {
      take(piece);
    } catch (RuntimeException e) {
      if (!logFailed) {
        logFailed = true;
        OWN_LOG.warn("a log line of {} is lost, the host's log failed: {}", process, e.toString());
      }
    }
  }

  private void take(LineReader.Piece piece) {
    boolean whole = piece.endsLine() && !inLongLine;
    inLongLine = !piece.endsLine();
    if (!logger.isErrorEnabled() && trace.equals(Trace.NONE)) {
      return;
    }
    LogEntry entry = whole ? parse(piece.text()) : LogEntry.of(LogLevel.DEBUG, piece.text());
    log(entry);
    trace.record(
        process,
        TraceKind.LOG,
        Map.of("level", entry.level().wireName(), "message", shortened(entry.message())));
  }

  private synchronized void keep(LineReader.Piece piece) {
    if (piece.endsLine()) {
      linesSeen++;
    }
    lastLines.addLast(shortened(piece.text()));
    if (lastLines.size() > keptLines) {
      lastLines.removeFirst();
    }
  }

  private static String shortened(String text) {
    return text.length() <= KEPT_CHARACTERS ? text : text.substring(0, KEPT_CHARACTERS) + "...";
  }

  /// A parser that fails must not stop the pump: the line goes on as it is.
  private LogEntry parse(String line) {
    try {
      return parser.parse(line);
    } catch (RuntimeException e) {
      if (!parserFailed) {
        parserFailed = true;
        OWN_LOG.warn("log lines of {} go on unread:\n{}", logger.getName(), e.getMessage());
      }
      return LogEntry.of(LogLevel.DEBUG, line);
    }
  }

  private void log(LogEntry entry) {
    LoggingEventBuilder event = logger.atLevel(entry.level().slf4j());
    for (Map.Entry<String, @Nullable Object> field : entry.fields().entrySet()) {
      event = event.addKeyValue(field.getKey(), field.getValue());
    }
    event.log(entry.message());
  }

  /// The plugin's last lines, oldest first; a long one is cut. A piece of a line over the limit
  /// counts as a line here.
  public synchronized List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /// How many lines the plugin has ended so far, without those that were taken.
  public synchronized long linesSeen() {
    return linesSeen;
  }

  /// The settings of a [LogForwarder]. Not safe for use by many threads.
  public static final class Builder {
    private final Logger logger;
    private OutputStream raw = OutputStream.nullOutputStream();
    private int lineLimitBytes = LineReader.DEFAULT_LIMIT_BYTES;
    private int lastLines = DEFAULT_LAST_LINES;
    private Trace trace = Trace.NONE;
    private String process = "plugin";
    private Predicate<String> lines = line -> false;

    private Builder(Logger logger) {
      this.logger = logger;
    }

    /// Takes all that the plugin writes, byte for byte; a last line without an end gets one. The
    /// caller closes it. If it throws, one warning says so and it gets nothing more. It must not
    /// block: the plugin would.
    ///
    /// @param raw where to; null for nowhere
    public Builder raw(@Nullable OutputStream raw) {
      this.raw = raw == null ? OutputStream.nullOutputStream() : raw;
      return this;
    }

    /// The longest line that is read in one piece (go-plugin: `PluginLogBufferSize`); 64 KiB unless
    /// set.
    ///
    /// @throws IllegalArgumentException if it is less than 1
    public Builder lineLimitBytes(int lineLimitBytes) {
      this.lineLimitBytes = atLeastOne("lineLimitBytes", lineLimitBytes);
      return this;
    }

    /// How many lines to keep; 20 unless set.
    ///
    /// @throws IllegalArgumentException if it is less than 1
    public Builder lastLines(int lastLines) {
      this.lastLines = atLeastOne("lastLines", lastLines);
      return this;
    }

    /// Records each entry; records nothing unless set.
    ///
    /// @param process the plugin's name in the trace
    public Builder trace(Trace trace, String process) {
      this.trace = trace;
      this.process = process;
      return this;
    }

    /// Asks first, for each whole line, whether it is meant for someone else than the log. A line
    /// that is taken is neither logged nor kept nor recorded; the raw copy has it. Takes nothing
    /// unless set.
    ///
    /// @param taker called on the thread of [LogForwarder#pump]; it must return soon
    public Builder lines(Predicate<String> taker) {
      this.lines = taker;
      return this;
    }

    /// The forwarder.
    public LogForwarder build() {
      return new LogForwarder(this);
    }

    private static int atLeastOne(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " < 1: " + value);
      }
      return value;
    }
  }
}
