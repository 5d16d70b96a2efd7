package check;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Keeps the start and the end of what was printed: a flood costs time, never memory.
///
/// Safe for use by many threads.
final class CappedOutput {
  private final byte[] head;
  private final byte[] tail;
  private long total;
  private long lines;

  /// @param limit bytes to keep, half from the start and half from the end
  CappedOutput(int limit) {
    head = new byte[limit / 2];
    tail = new byte[limit / 2];
  }

  /// Adds the bytes from an index up to another.
  synchronized void add(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\n') {
        lines++;
      }
    }
    int toHead = (int) Math.clamp(head.length - total, 0L, end - start);
    System.arraycopy(bytes, start, head, (int) Math.min(total, head.length), toHead);
    total += toHead;
    int from = Math.max(start + toHead, end - tail.length);
    total += from - start - toHead;
    while (from < end) {
      int at = (int) ((total - head.length) % tail.length);
      int length = Math.min(end - from, tail.length - at);
      System.arraycopy(bytes, from, tail, at, length);
      from += length;
      total += length;
    }
  }

  /// How many line feeds were added, kept or not.
  synchronized long lines() {
    return lines;
  }

  /// How many bytes were added, kept or not.
  synchronized long total() {
    return total;
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
