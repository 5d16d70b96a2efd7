package gateway.steps;

import gateway.Observer;
import gateway.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Structured logging: a line of JSON for each request, at the end of a file.
///
/// It is opened for each report: two processes may share it during a swap, and whoever moves it
/// away finds a new one made.
public final class LogFile implements Observer {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  /// @param file made if it is not there
  public LogFile(Path file) {
    this.file = file;
  }

  @Override
  public void report(List<Passage> passages) {
    StringBuilder lines = new StringBuilder();
    passages.forEach(passage -> lines.append(line(passage)).append('\n'));
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// JSON escapes what a visitor writes: a path with a line feed makes no second line.
  static String line(Passage passage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", passage.at().toString());
    fields.put("method", passage.method());
    fields.put("path", passage.path());
    fields.put("status", passage.status());
    fields.put("subject", passage.subject());
    fields.put("took_ms", Math.round(passage.took().toNanos() / 1e3) / 1e3);
    return JSON.writeValueAsString(fields);
  }
}
