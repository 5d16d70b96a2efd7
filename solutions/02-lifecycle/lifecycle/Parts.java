package lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What layers above have added to a connection between host and plugin, by type: the broker, for
/// one. Immutable.
public final class Parts {
  /// Nothing was added.
  public static final Parts NONE = new Parts(Map.of());

  private final Map<Class<?>, Object> parts;

  private Parts(Map<Class<?>, Object> parts) {
    this.parts = parts;
  }

  /// These parts and one more. A part of the same type is replaced.
  public <T> Parts with(Class<T> type, T part) {
    Map<Class<?>, Object> more = new LinkedHashMap<>(parts);
    more.put(type, part);
    return new Parts(more);
  }

  /// The part of that type; empty if there is none.
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(type.cast(parts.get(type)));
  }
}
