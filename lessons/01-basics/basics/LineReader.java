package basics;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads lines of UTF-8 from a process, none longer than a limit, so that no plugin can fill the
/// host's memory.
///
/// Not safe for use by many threads.
public final class LineReader {
  /// The longest line that go-plugin's host reads in one piece (go-plugin: `bufio.MaxScanTokenSize`
  /// and `PluginLogBufferSize`).
  public static final int DEFAULT_LIMIT_BYTES = 64 * 1024;

  private final InputStream stream;
  private final int limitBytes;

  /// @param stream where the lines come from; the caller closes it
  /// @param limitBytes the longest piece, more than zero
  public LineReader(InputStream stream, int limitBytes) {
    this.stream = new BufferedInputStream(stream);
    this.limitBytes = limitBytes;
  }

  /// A line, or a piece of one that is too long.
  ///
  /// @param text the text without its line end (`\n` or `\r\n`)
  /// @param endsLine false if the line goes on in the next piece
  public record Piece(String text, boolean endsLine) {}

  /// The next piece; empty at the end of the stream. Waits until there is one.
  ///
  /// @throws IOException if the stream breaks
  public Optional<Piece> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int read = stream.read(); read != -1; read = stream.read()) {
      if (read == '\n') {
        return Optional.of(new Piece(withoutCarriageReturn(bytes), true));
      }
      bytes.write(read);
      if (bytes.size() == limitBytes) {
        return Optional.of(fullPiece(bytes));
      }
    }
    return bytes.size() == 0
        ? Optional.empty()
        : Optional.of(new Piece(withoutCarriageReturn(bytes), true));
  }

  private Piece fullPiece(ByteArrayOutputStream bytes) throws IOException {
    return endsHere()
        ? new Piece(withoutCarriageReturn(bytes), true)
        : new Piece(bytes.toString(StandardCharsets.UTF_8), false);
  }

  /// Takes the line end that follows a full piece, if it does.
  private boolean endsHere() throws IOException {
    stream.mark(1);
    int next = stream.read();
    if (next == '\n' || next == -1) {
      return true;
    }
    stream.reset();
    return false;
  }

  private static String withoutCarriageReturn(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
