package lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /// The events by what the process was at ([TraceKind#CHAPTER]), in their order: of the trace of
  /// an exercise's checks, one entry a check.
  ///
  /// @param events from [#read]
  /// @return by title; what comes before the first one has an empty title. Two chapters of the same
  ///   title are one.
  public static Map<String, List<TraceEvent>> chapters(List<TraceEvent> events) {
    Map<String, List<TraceEvent>> chapters = new LinkedHashMap<>();
    String title = "";
    for (TraceEvent event : events) {
      if (event.kind().equals(TraceKind.CHAPTER)) {
        title = event.detail("title");
      } else {
        chapters.computeIfAbsent(title, _ -> new ArrayList<>()).add(event);
      }
    }
    return chapters;
  }
}
