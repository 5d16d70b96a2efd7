package security;

import java.io.IOException;
import java.io.InputStream;

/// The first bytes of a stream. The stream itself stays the caller's to close.
final class BoundedInput extends InputStream {
  private final InputStream input;
  private long left;

  BoundedInput(InputStream input, long bytes) {
    this.input = input;
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = left == 0 ? -1 : input.read();
    left -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = input.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }
}
