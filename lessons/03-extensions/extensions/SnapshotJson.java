package extensions;

import contract.MemoryChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A memory's snapshot as JSON: one line, so that a person can read the file.
final class SnapshotJson {
  /// The form of the file. A file of another form is not touched.
  private static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private SnapshotJson() {}

  static byte[] write(MemorySnapshot snapshot) {
    Form form = new Form(FORMAT, snapshot.revision(), snapshot.value(), snapshot.history());
    return (MAPPER.writeValueAsString(form) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException if this is no snapshot; it says what is wrong, in one line
  static MemorySnapshot read(byte[] json) {
    try {
      @Nullable Form form = MAPPER.readValue(json, Form.class);
      if (form == null || form.history().stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("null, where a value is expected");
      }
      if (form.format() != FORMAT) {
        throw new IllegalArgumentException(
            "its format is %d, expected %d: a newer plugin wrote it"
                .formatted(form.format(), FORMAT));
      }
      return new MemorySnapshot(form.revision(), form.value(), form.history());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%d bytes that are no snapshot: %s".formatted(json.length, e.getOriginalMessage()), e);
    }
  }

  private record Form(int format, long revision, double value, List<MemoryChange> history) {}
}
