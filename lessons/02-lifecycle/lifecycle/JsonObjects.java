package lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes JSON objects of one line each.
final class JsonObjects {
  private static final JsonMapper MAPPER = new JsonMapper();

  // A TypeReference with an annotated argument would stop JBang, whose indexer cannot read it.
  private static final JavaType OBJECT =
      MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class);

  private JsonObjects() {}

  /// The object's members in their order; of members of the same name the last counts. Empty if the
  /// text is no JSON object, or one that Jackson refuses: nested deeper than 500, a number of more
  /// than 1,000 digits.
  static Optional<Map<String, @Nullable Object>> parse(String text) {
    if (!text.stripLeading().startsWith("{")) {
      // Most lines of a log are plain text: an exception for each would cost.
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(text, OBJECT));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The object in one line, without a line end.
  static String write(Map<String, ?> members) {
    return MAPPER.writeValueAsString(members);
  }
}
