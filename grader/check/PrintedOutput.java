package check;

import check.child.OutputMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Reads one output stream of the checks' JVM, split at the [marks][OutputMark] in it.
///
/// Safe for use by many threads.
final class PrintedOutput {
  private static final int LONGEST_MARK = 60;

  private final int limit;
  private final Map<String, CappedOutput> parts = new LinkedHashMap<>();
  private final List<String> marks = new ArrayList<>();
  private final ByteArrayOutputStream mark = new ByteArrayOutputStream();
  private boolean inMark;
  private String key = "";

  /// @param limit bytes to keep of each part
  PrintedOutput(int limit) {
    this.limit = limit;
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
    noMark();
  }

  private synchronized void add(byte[] bytes, int count) {
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (bytes[i] == 0) {
        keep(bytes, from, i);
        from = i + 1;
        edge();
      } else if (inMark) {
        mark.write(bytes[i]);
        from = i + 1;
        if (mark.size() > LONGEST_MARK) {
          noMark();
        }
      }
    }
    keep(bytes, from, count);
  }

  private void keep(byte[] bytes, int from, int to) {
    if (to > from) {
      parts.computeIfAbsent(key, _ -> new CappedOutput(limit)).add(bytes, from, to);
    }
  }

  /// A NUL: the start of a mark, or its end.
  private void edge() {
    String text = mark.toString(StandardCharsets.US_ASCII);
    if (inMark && text.startsWith(OutputMark.PREFIX)) {
      key = text.substring(OutputMark.PREFIX.length());
      marks.add(key);
      mark.reset();
      inMark = false;
      notifyAll();
    } else {
      noMark();
      inMark = true;
    }
  }

  /// What looked like the start of a mark was printed by the learner's code.
  private synchronized void noMark() {
    if (inMark) {
      byte[] text = mark.toByteArray();
      keep(new byte[1], 0, 1);
      keep(text, 0, text.length);
      mark.reset();
      inMark = false;
    }
  }

  /// Waits until all that was printed before a mark has arrived.
  synchronized void awaitMark(String wanted, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (!marks.contains(wanted) && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /// What was printed after the marks with some keys.
  synchronized List<CappedOutput> parts(Predicate<String> keys) {
    return parts.entrySet().stream()
        .filter(part -> keys.test(part.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The last lines that are not blank.
  List<String> lastLines(int count) {
    List<String> lines = new ArrayList<>();
    parts(_ -> true).forEach(part -> lines.addAll(part.lastLines(count)));
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
