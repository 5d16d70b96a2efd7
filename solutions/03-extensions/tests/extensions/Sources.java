package extensions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/// Content for uploads that no good file has.
final class Sources {
  private Sources() {}

  /// Content that never ends.
  static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        Arrays.fill(target, offset, offset + length, (byte) 'x');
        return length;
      }
    };
  }

  /// Content that fails after some bytes.
  static InputStream brokenAfter(int bytes) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the source broke off");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(new byte[bytes]), broken);
  }
}
