package extensions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a host has told its plugin by [PluginSettings#arguments], for the plugin to read.
/// Immutable.
public final class PluginArguments {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private PluginArguments() {}

  /// Reads a program's arguments: `key=value` each. Others are left to the program.
  public static PluginArguments of(String... arguments) {
    PluginArguments read = new PluginArguments();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals > 0) {
        read.values
            .computeIfAbsent(argument.substring(0, equals), key -> new ArrayList<>())
            .add(argument.substring(equals + 1));
      }
    }
    return read;
  }

  /// All values of that key, in the order of the arguments; empty if it is not there.
  public List<String> all(String key) {
    return List.copyOf(values.getOrDefault(key, List.of()));
  }

  /// The last value of that key; empty if it is not there.
  public Optional<String> text(String key) {
    List<String> all = all(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// A whole number.
  ///
  /// @throws IllegalArgumentException if the key is not there, or its value is no whole number
  public long number(String key) {
    String text = text(key).orElse("nothing");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the argument %s= has %s; a whole number is expected".formatted(key, text), e);
    }
  }
}
