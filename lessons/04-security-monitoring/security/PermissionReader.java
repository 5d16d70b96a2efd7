package security;

import extensions.HostPattern;
import extensions.NearestKey;
import extensions.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// Reads [Permissions] from texts, all of them or none. What is not understood is refused: a
/// misspelt limit that is ignored would be no limit.
final class PermissionReader {
  private static final int MOST_PROCESSES = 1_000_000;

  private final Path folder;
  private final String prefix;
  private final Map<String, List<String>> texts;
  private final List<String> problems = new ArrayList<>();

  private PermissionReader(Path folder, String prefix, Map<String, List<String>> texts) {
    this.folder = folder;
    this.prefix = prefix;
    this.texts = texts;
  }

  /// @throws PermissionException with all problems
  static Permissions read(Path file, String prefix, Map<String, List<String>> texts) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    PermissionReader reader = new PermissionReader(folder, prefix, texts);
    Permissions permissions = reader.permissions();
    if (!reader.problems.isEmpty()) {
      throw new PermissionException(file, reader.problems);
    }
    return permissions;
  }

  private Permissions permissions() {
    for (String key : texts.keySet()) {
      if (!PermissionText.keys().contains(key)) {
        String nearest =
            NearestKey.of(key, PermissionText.keys()).map(n -> "; did you mean " + n).orElse("");
        problem(key, "the key is unknown; there are " + PermissionText.keys() + nearest);
      }
    }
    return new Permissions(
        list("calls", MethodPattern::new),
        list("callbacks", MethodPattern::new),
        list("read", this::folder),
        list("write", this::folder),
        list("hosts", HostPattern::new),
        one("network", PermissionReader::flag).orElse(false),
        one("call_rate", CallRate::parse),
        one("callback_rate", CallRate::parse),
        one("memory", Quantity::bytes).map(OptionalLong::of).orElse(OptionalLong.empty()),
        one("processes", PermissionReader::count).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private Path folder(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a folder is written without control characters");
    }
    Path path = folder.resolve(text);
    if (text.startsWith("~") || !path.equals(path.normalize())) {
      throw new IllegalArgumentException("a folder is written without ~, . and ..");
    }
    if (path.getNameCount() == 0) {
      throw new IllegalArgumentException("the root is everything; name a folder in it");
    }
    return path;
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false");
    }
    return text.equals("true");
  }

  private static int count(String text) {
    if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > MOST_PROCESSES) {
      throw new IllegalArgumentException("a whole number, 1 to " + MOST_PROCESSES);
    }
    return Integer.parseInt(text);
  }

  private <T> List<T> list(String key, Function<String, T> parse) {
    List<T> parsed = new ArrayList<>();
    for (String text : texts.getOrDefault(key, List.of())) {
      parse(key, text, parse).ifPresent(parsed::add);
    }
    return parsed;
  }

  private <T> Optional<T> one(String key, Function<String, T> parse) {
    List<String> values = texts.getOrDefault(key, List.of());
    if (values.size() > 1) {
      problem(key, "one value is expected, found " + values.size());
    }
    return values.size() == 1 ? parse(key, values.getFirst(), parse) : Optional.empty();
  }

  private <T> Optional<T> parse(String key, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      String why = PlainText.of(String.valueOf(e.getMessage()));
      problem(key, "\"%s\": %s".formatted(PlainText.of(text), why));
      return Optional.empty();
    }
  }

  private void problem(String key, String text) {
    problems.add("%s.%s: %s".formatted(prefix, PlainText.of(key), text));
  }
}
