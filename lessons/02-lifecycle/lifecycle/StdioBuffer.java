package lifecycle;

import com.google.protobuf.ByteString;
import course.goplugin.StdioData;
import course.goplugin.StdioData.Channel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a plugin has written to its standard streams and the host has not yet fetched.
///
/// Holds at most 64 KiB. While the host reads, a writer waits for room; while no one does, the
/// oldest bytes make room, so that a plugin never hangs for want of a reader (go-plugin's does).
/// Only the first reader is waited for, and not for long: a host that has just connected is about
/// to read.
///
/// Safe for use by many threads.
final class StdioBuffer implements AutoCloseable {
  private static final int CAPACITY_BYTES = 64 * 1024;

  /// The largest piece that go-plugin sends in one message.
  private static final int PIECE_BYTES = 1024;

  private static final long DRAIN_MILLIS = 500;
  private static final Duration FIRST_READER = Duration.ofSeconds(2);

  private final Duration firstReader;
  private final Deque<StdioData> pieces = new ArrayDeque<>();
  private int bytes;
  private int readers;
  private boolean firstReaderIsDue = true;
  private boolean closed;

  StdioBuffer() {
    this(FIRST_READER);
  }

  /// @param firstReader how long a writer that needs room waits for the first reader
  StdioBuffer(Duration firstReader) {
    this.firstReader = firstReader;
  }

  /// Puts a buffer in the place of `System.out` and `System.err`.
  static StdioBuffer insteadOfSystemStreams() {
    StdioBuffer buffer = new StdioBuffer();
    System.setOut(printing(buffer.stream(Channel.STDOUT)));
    System.setErr(printing(buffer.stream(Channel.STDERR)));
    return buffer;
  }

  static PrintStream printing(OutputStream bytes) {
    return new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8);
  }

  /// Adds what is written to it. Never fails.
  OutputStream stream(Channel channel) {
    return new OutputStream() {
      @Override
      public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] source, int offset, int length) {
        add(channel, source, offset, length);
      }
    };
  }

  /// Adds bytes; waits for room while the host reads. After [#close] they are dropped.
  synchronized void add(Channel channel, byte[] source, int offset, int length) {
    for (int done = 0; done < length; done += PIECE_BYTES) {
      int size = Math.min(PIECE_BYTES, length - done);
      if (!makeRoom(size)) {
        return;
      }
      ByteString data = ByteString.copyFrom(source, offset + done, size);
      pieces.add(StdioData.newBuilder().setChannel(channel).setData(data).build());
      bytes += size;
      notifyAll();
    }
  }

  private boolean makeRoom(int size) {
    try {
      while (!closed && bytes + size > CAPACITY_BYTES) {
        if (readers > 0) {
          wait();
        } else if (firstReaderIsDue) {
          awaitFirstReader();
        } else {
          bytes -= pieces.remove().getData().size();
        }
      }
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void awaitFirstReader() throws InterruptedException {
    long end = System.nanoTime() + firstReader.toNanos();
    for (long left = firstReader.toNanos();
        left > 0 && firstReaderIsDue && !closed;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    firstReaderIsDue = false;
  }

  /// A host begins to read. There may be two: one that started the plugin, one that has taken it
  /// over; each piece goes to one of them.
  synchronized void addReader() {
    readers++;
    firstReaderIsDue = false;
    notifyAll();
  }

  /// A host that has called [#addReader] reads no more.
  synchronized void removeReader() {
    readers--;
    notifyAll();
  }

  /// The next piece; waits for it. Empty when the buffer is closed and all is fetched.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  synchronized Optional<StdioData> take() throws InterruptedException {
    while (pieces.isEmpty() && !closed) {
      wait();
    }
    StdioData piece = pieces.poll();
    if (piece != null) {
      bytes -= piece.getData().size();
    }
    notifyAll();
    return Optional.ofNullable(piece);
  }

  /// Takes no more, and waits half a second at most until each host has fetched the rest. A host
  /// that has just connected may ask for the end before its first read is here: if something waits
  /// for a first reader, so does this.
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    long end = System.nanoTime() + DRAIN_MILLIS * 1_000_000;
    try {
      while ((readers > 0 || awaitsFirstReader()) && System.nanoTime() < end) {
        wait(DRAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitsFirstReader() {
    return firstReaderIsDue && !pieces.isEmpty();
  }
}
