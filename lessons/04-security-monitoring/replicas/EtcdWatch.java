package replicas;

import basics.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Changes of keys in etcd, in their order, until someone closes it or the connection breaks.
///
/// One thread reads; any thread may close.
public final class EtcdWatch implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LINE_LIMIT_BYTES = 8 << 20;

  private final InputStream stream;
  private final LineReader lines;
  private final String prefix;

  EtcdWatch(InputStream stream, String prefix) {
    this.stream = stream;
    this.lines = new LineReader(stream, LINE_LIMIT_BYTES);
    this.prefix = prefix;
  }

  /// What happened to one key.
  ///
  /// @param key which one
  /// @param value what it has now; empty if it is gone
  public record Change(String key, Optional<String> value) {}

  /// The next changes, which happened at once; none when etcd only says that it watches. Waits for
  /// them.
  ///
  /// @throws EtcdException if the watch has ended, for whatever reason: list the keys anew
  public List<Change> next() {
    try {
      LineReader.Piece line =
          lines.next().orElseThrow(() -> new EtcdException("etcd ended the watch of " + prefix));
      if (!line.endsLine()) {
        throw new EtcdException("etcd: a change of more than %d bytes".formatted(LINE_LIMIT_BYTES));
      }
      return changes(JSON.readTree(line.text()));
    } catch (IOException | JacksonException e) {
      throw new EtcdException(
          "etcd: the watch of %s broke: %s".formatted(prefix, e.getMessage()), e);
    }
  }

  private List<Change> changes(JsonNode line) {
    JsonNode result = line.path("result");
    if (!result.isObject() || result.path("canceled").asBoolean(false)) {
      // Also when the revision was compacted away: then changes are lost.
      throw new EtcdException("etcd ended the watch of %s: %s".formatted(prefix, line));
    }
    List<Change> changes = new ArrayList<>();
    for (JsonNode event : result.path("events")) {
      String key = EtcdClient.decode(event.path("kv").path("key"));
      boolean gone = event.path("type").asString("PUT").equals("DELETE");
      changes.add(
          new Change(
              key,
              gone
                  ? Optional.empty()
                  : Optional.of(EtcdClient.decode(event.path("kv").path("value")))));
    }
    return changes;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException ignored) {
      // It is broken: closed enough.
    }
  }
}
