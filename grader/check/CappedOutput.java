package check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a stream to its end and keeps its start and its end: a flood costs time, never memory.
///
/// Safe for use by many threads.
final class CappedOutput {
  private final byte[] head;
  private final byte[] tail;
  private long total;

  /// @param limit bytes to keep, half from the start and half from the end
  CappedOutput(int limit) {
    head = new byte[limit / 2];
    tail = new byte[limit / 2];
  }

  /// Starts to read, on a thread of its own, until the stream ends or breaks.
  Thread pump(InputStream stream) {
    return Thread.ofPlatform().daemon().name("output-pump").start(() -> readAll(stream));
  }

  private void readAll(InputStream stream) {
    byte[] buffer = new byte[16 * 1024];
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        add(buffer, count);
      }
    } catch (IOException broken) {
      // The process was killed: what is read is read.
    }
  }

  private synchronized void add(byte[] bytes, int count) {
    int toHead = Math.clamp(head.length - total, 0, count);
    System.arraycopy(bytes, 0, head, (int) Math.min(total, head.length), toHead);
    total += toHead;
    int from = Math.max(toHead, count - tail.length);
    total += from - toHead;
    while (from < count) {
      int at = (int) ((total - head.length) % tail.length);
      int length = Math.min(count - from, tail.length - at);
      System.arraycopy(bytes, from, tail, at, length);
      from += length;
      total += length;
    }
  }

  /// What was kept; a line in the middle says how much is missing.
  synchronized String text() {
    if (total <= head.length) {
      return new String(head, 0, (int) total, StandardCharsets.UTF_8);
    }
    long beyond = total - head.length;
    String start = new String(head, StandardCharsets.UTF_8);
    if (beyond <= tail.length) {
      return start + new String(tail, 0, (int) beyond, StandardCharsets.UTF_8);
    }
    int oldest = (int) (beyond % tail.length);
    return start
        + "\n[... %,d bytes left out ...]\n".formatted(beyond - tail.length)
        + new String(tail, oldest, tail.length - oldest, StandardCharsets.UTF_8)
        + new String(tail, 0, oldest, StandardCharsets.UTF_8);
  }

  /// The last lines that are not blank.
  List<String> lastLines(int count) {
    List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
