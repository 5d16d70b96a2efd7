package gateway.steps;

import io.jsonwebtoken.io.AbstractDeserializer;
import java.io.Reader;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads a token's JSON with the JSON library that is here already.
final class TokenReader extends AbstractDeserializer<Map<String, ?>> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  protected Map<String, ?> doDeserialize(Reader reader) {
    return JSON.readValue(reader, new TypeReference<Map<String, Object>>() {});
  }
}
