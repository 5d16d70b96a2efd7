package faultlab;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is written to it and keeps nothing.
final class CountedBytes extends OutputStream {
  private final AtomicLong count = new AtomicLong();

  @Override
  public void write(int value) {
    count.incrementAndGet();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count.addAndGet(length);
  }

  long count() {
    return count.get();
  }
}
