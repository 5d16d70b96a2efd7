package lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads what a [TraceRecorder] wrote, also while it still writes.
public final class TraceReader {
  private TraceReader() {}

  /// The events of a trace, in their order. A last line that has no line end and is no event is
  /// left out: the host died, or is still at it.
  ///
  /// @throws IOException if the file cannot be read, or if another line is no event; the message
  ///   holds the file, the line's number and what is wrong
  public static List<TraceEvent> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    String[] lines = text.split("\n", -1);
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      boolean lastWithoutEnd = i == lines.length - 1;
      if (lastWithoutEnd && lines[i].isEmpty()) {
        continue;
      }
      try {
        events.add(TraceEvent.fromJson(lines[i]));
      } catch (IllegalArgumentException e) {
        if (!lastWithoutEnd) {
          throw new IOException("%s:%d: %s".formatted(file, i + 1, e.getMessage()), e);
        }
      }
    }
    return List.copyOf(events);
  }
}
