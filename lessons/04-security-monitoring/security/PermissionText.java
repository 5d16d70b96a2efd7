package security;

import extensions.HostPattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Permissions as they are written, by key.
final class PermissionText {
  private static final Map<String, Function<Permissions, String>> TEXTS = texts();

  private PermissionText() {}

  private static Map<String, Function<Permissions, String>> texts() {
    Map<String, Function<Permissions, String>> texts = new LinkedHashMap<>();
    texts.put("calls", permissions -> list(permissions.calls()));
    texts.put("callbacks", permissions -> list(permissions.callbacks()));
    texts.put("read", permissions -> list(permissions.read()));
    texts.put("write", permissions -> list(permissions.write()));
    texts.put(
        "hosts", permissions -> list(permissions.hosts().stream().map(HostPattern::text).toList()));
    texts.put("network", permissions -> permissions.network() ? "true" : "nothing");
    texts.put("call_rate", of -> of.callRate().map(CallRate::toString).orElse("any"));
    texts.put("callback_rate", of -> of.callbackRate().map(CallRate::toString).orElse("any"));
    texts.put(
        "memory", of -> of.memoryBytes().isPresent() ? of.memoryBytes().getAsLong() + "B" : "any");
    texts.put(
        "processes", of -> of.processes().isPresent() ? "" + of.processes().getAsInt() : "any");
    return Collections.unmodifiableMap(texts);
  }

  private static String list(List<?> permissions) {
    return permissions.isEmpty()
        ? "nothing"
        : permissions.stream().map(Object::toString).sorted().toList().toString();
  }

  /// All keys, in the order of the documentation.
  static Set<String> keys() {
    return TEXTS.keySet();
  }

  static String of(Permissions permissions, String key) {
    Function<Permissions, String> text = TEXTS.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no key of permissions: " + key);
    }
    return text.apply(permissions);
  }
}
