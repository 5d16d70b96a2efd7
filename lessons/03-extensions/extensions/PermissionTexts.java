package extensions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Permissions as a file has them: texts by key.
final class PermissionTexts {
  private PermissionTexts() {}

  /// A copy that no one changes, in the same order.
  static Map<String, List<String>> copy(Map<String, List<String>> permissions) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    permissions.forEach((key, texts) -> copy.put(key, List.copyOf(texts)));
    return Collections.unmodifiableMap(copy);
  }
}
