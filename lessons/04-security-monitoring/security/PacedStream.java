package security;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Reads so many bytes a second and no more: who writes faster has to wait, since the pipe between
/// them is full. A second's worth may come at once.
///
/// Used by one thread.
final class PacedStream extends FilterInputStream {
  private static final double SECOND_NANOS = 1e9;

  private final int bytesPerSecond;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private double owed;
  private long lastNanos;

  /// How to wait.
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  PacedStream(InputStream in, int bytesPerSecond) {
    this(in, bytesPerSecond, System::nanoTime, Thread::sleep);
  }

  PacedStream(InputStream in, int bytesPerSecond, LongSupplier nanoTime, Pause pause) {
    super(in);
    this.bytesPerSecond = bytesPerSecond;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.lastNanos = nanoTime.getAsLong();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      pay(count);
    }
    return count;
  }

  /// Waits until no more than a second's worth is owed.
  private void pay(int count) {
    long now = nanoTime.getAsLong();
    owed = Math.max(0, owed - (now - lastNanos) / SECOND_NANOS * bytesPerSecond) + count;
    lastNanos = now;
    double tooMuch = owed - bytesPerSecond;
    if (tooMuch > 0) {
      try {
        pause.of(Duration.ofNanos((long) (tooMuch / bytesPerSecond * SECOND_NANOS)));
      } catch (InterruptedException e) {
        // Whoever reads is to end: it reads on without a pause.
        Thread.currentThread().interrupt();
      }
    }
  }
}
