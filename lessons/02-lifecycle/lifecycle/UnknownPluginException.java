package lifecycle;

import basics.PluginException;
import java.util.Set;

/// A host asks for a plugin that the negotiated set does not have (go-plugin: unknown plugin type).
public final class UnknownPluginException extends PluginException {
  private static final long serialVersionUID = 1L;

  private UnknownPluginException(String message) {
    super(message);
  }

  static UnknownPluginException noSuchName(String name, Set<String> known) {
    return new UnknownPluginException(
        "unknown plugin type: \"%s\"; this version has %s".formatted(name, known));
  }

  static UnknownPluginException otherType(String name, Class<?> actual, Class<?> asked) {
    return new UnknownPluginException(
        "plugin \"%s\" is a %s, not a %s".formatted(name, actual.getName(), asked.getName()));
  }
}
