package extensions;

import contract.WebFetchException;
import contract.WebFetchException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The body of an answer while it arrives, within the limits of size and time. For one reader; only
/// what the reader takes is asked of the server.
final class WebBody extends InputStream {
  private final PinnedExchange exchange;
  private final InputStream stream;
  private final WebRules rules;
  private final TimeBudget time;
  private final String url;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long count;
  private boolean ended;

  /// @param exchange closed with this stream
  WebBody(PinnedExchange exchange, WebRules rules, TimeBudget time, String url) {
    this.exchange = exchange;
    this.stream = exchange.response().body();
    this.rules = rules;
    this.time = time;
    this.url = url;
    // A read that waits for a server that sends nothing ends only by its stream's end.
    Thread.ofVirtual().name("web-body-time").start(this::endInTime);
  }

  private void endInTime() {
    try {
      if (!closed.await(time.left().toNanos(), TimeUnit.NANOSECONDS)) {
        close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (ended) {
      return -1;
    }
    int got;
    try {
      got = stream.read(target, offset, length);
    } catch (IOException e) {
      close();
      if (time.over()) {
        throw timeout(url, rules, e);
      }
      throw new WebFetchException(
          Reason.UNREACHABLE, "the body of %s broke off: %s".formatted(url, e), e);
    }
    count += Math.max(got, 0);
    if (count > rules.maxBodyBytes()) {
      close();
      throw tooLarge(url, rules);
    }
    if (got < 0) {
      ended = true;
      close();
    }
    return got;
  }

  static WebFetchException tooLarge(String url, WebRules rules) {
    return new WebFetchException(
        Reason.TOO_LARGE,
        "%s has more than the allowed %d bytes".formatted(url, rules.maxBodyBytes()));
  }

  static WebFetchException timeout(String url, WebRules rules, Throwable cause) {
    return new WebFetchException(
        Reason.TIMEOUT,
        "%s took longer than the allowed %d ms".formatted(url, rules.timeout().toMillis()),
        cause);
  }

  /// Ends the transfer. By any thread.
  @Override
  public void close() {
    closed.countDown();
    exchange.close();
    try {
      stream.close();
    } catch (IOException ignored) {
      // The connection is gone already: that was the purpose.
    }
  }
}
