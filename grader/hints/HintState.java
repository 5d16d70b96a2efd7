package hints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How many hints of each exercise were shown: `{"1.4": 2}` in a file that one may edit or delete.
///
/// @param file such as `.course/hints.json`; need not exist
record HintState(Path file) {
  private static final TypeReference<TreeMap<String, Integer>> SHOWN = new TypeReference<>() {};

  /// The number of levels shown of an exercise.
  int shown(String exercise) {
    return read().getOrDefault(exercise, 0);
  }

  private Map<String, Integer> read() {
    if (!Files.isReadable(file)) {
      return new TreeMap<>();
    }
    try {
      return JsonMapper.shared().readValue(file.toFile(), SHOWN);
    } catch (JacksonException broken) {
      // Nothing of worth is in there: the hints start again.
      return new TreeMap<>();
    }
  }

  void remember(String exercise, int levels) throws IOException {
    Map<String, Integer> all = read();
    all.put(exercise, levels);
    Files.createDirectories(file.getParent());
    Path half = Files.createTempFile(file.getParent(), "hints", ".json");
    Files.writeString(half, JsonMapper.shared().writeValueAsString(all) + "\n");
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
