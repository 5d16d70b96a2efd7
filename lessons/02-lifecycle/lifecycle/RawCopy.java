package lifecycle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies what is read from a stream, byte for byte. If the copy fails it ends, with one warning,
/// and the reading goes on.
final class RawCopy {
  private static final Logger LOG = LoggerFactory.getLogger(RawCopy.class);

  private final OutputStream copy;
  private final String source;
  private boolean broken;
  private boolean inLine;

  /// @param copy takes the bytes; the caller closes it
  /// @param source what the bytes come from, for the warning
  RawCopy(OutputStream copy, String source) {
    this.copy = copy;
    this.source = source;
  }

  /// The stream, copied as it is read.
  InputStream of(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
          write(bytes, offset, count);
          inLine = bytes[offset + count - 1] != '\n';
        }
        return count;
      }
    };
  }

  /// Ends the last line if it has no end.
  void endLine() {
    if (inLine) {
      write(new byte[] {'\n'}, 0, 1);
      inLine = false;
    }
  }

  private void write(byte[] bytes, int offset, int count) {
    if (broken) {
      return;
    }
    try {
      copy.write(bytes, offset, count);
      copy.flush();
    } catch (IOException | RuntimeException e) {
      broken = true;
      LOG.warn("no more raw copy of what {} writes: {}", source, e.toString());
    }
  }
}
