package probe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Keeps what is written to it. Safe for use by many threads.
final class Recorder extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int single) {
    bytes.write(single);
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] source, int offset, int length) {
    bytes.write(source, offset, length);
    notifyAll();
  }

  synchronized int size() {
    return bytes.size();
  }

  /// Waits until that many bytes have come after the first `start`, and gives all after it.
  ///
  /// @throws CheckFailure if they do not come in time
  synchronized byte[] await(int start, int length, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    for (long left = timeout.toNanos();
        bytes.size() < start + length;
        left = end - System.nanoTime()) {
      if (left <= 0) {
        throw new CheckFailure(
            "%d of %d bytes came within %s".formatted(bytes.size() - start, length, timeout));
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    byte[] all = bytes.toByteArray();
    return Arrays.copyOfRange(all, start, all.length);
  }
}
