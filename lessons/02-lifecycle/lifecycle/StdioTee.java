package lifecycle;

import course.goplugin.StdioData.Channel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/// Copies what a program writes to `System.out` and `System.err` to a plugin's host, and writes it
/// where it went before, too. Closing it puts the streams of before in their places.
final class StdioTee implements AutoCloseable {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  private StdioTee() {}

  static StdioTee into(StdioBuffer buffer) {
    StdioTee tee = new StdioTee();
    System.setOut(StdioBuffer.printing(both(tee.out, buffer.stream(Channel.STDOUT))));
    System.setErr(StdioBuffer.printing(both(tee.err, buffer.stream(Channel.STDERR))));
    return tee;
  }

  private static OutputStream both(OutputStream first, OutputStream second) {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] source, int offset, int length) throws IOException {
        first.write(source, offset, length);
        second.write(source, offset, length);
      }

      @Override
      public void flush() throws IOException {
        first.flush();
      }
    };
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }
}
