package extensions;

import extensions.ConfigNode.Entry;
import extensions.ConfigNode.Kind;
import extensions.ConfigNode.Mapping;
import extensions.ConfigNode.Place;
import extensions.ConfigNode.Refused;
import extensions.ConfigNode.Scalar;
import extensions.ConfigNode.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The keys under one key of a configuration, and the questions that may be asked of them.
///
/// What does not fit is a problem, and the answer is the default then: so one reading finds all
/// problems. The keys that were asked for are those that there may be ([#end]). Used by one thread.
final class ConfigSection {
  private final Place place;
  private final String path;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();
  private final ConfigProblems problems;

  ConfigSection(Place place, String path, Mapping mapping, ConfigProblems problems) {
    this.place = place;
    this.path = path;
    this.problems = problems;
    mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
  }

  /// What is left to say once all has been asked: keys that nobody asked for.
  void end() {
    for (Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        problems.add(
            entry.place(),
            path(entry.key()),
            "the key " + Quoted.of(entry.key()),
            String.join(", ", known),
            NearestKey.of(entry.key(), known));
      }
    }
  }

  boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  boolean isEmptyList(String key) {
    Entry entry = entries.get(key);
    return entry != null
        && entry.value() instanceof Sequence sequence
        && sequence.items().isEmpty();
  }

  /// Where the key stands, or else the section.
  Place place(String key) {
    Entry entry = entries.get(key);
    return entry == null ? place : entry.place();
  }

  String path(String key) {
    return path.isEmpty() ? Quoted.cut(key) : path + "." + Quoted.cut(key);
  }

  /// Says that a key has to be there.
  void missing(String key, String allowed) {
    problems.add(place, path(key), "nothing: the key is missing", allowed);
  }

  int number(String key, int min, int max, int otherwise) {
    String allowed = "a whole number, %d to %d".formatted(min, max);
    return value(
        key,
        allowed,
        otherwise,
        scalar -> {
          Optional<Integer> number = whole(scalar, min, max);
          if (number.isEmpty()) {
            problem(scalar, key, scalar.found(), allowed);
          }
          return number.orElse(otherwise);
        });
  }

  /// What YAML writes in other bases, or with `_`, is a number to few people: not to us.
  private static Optional<Integer> whole(Scalar scalar, int min, int max) {
    if (scalar.kind() != Kind.WHOLE_NUMBER || !scalar.text().matches("[+-]?[0-9]{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(scalar.text());
    return number >= min && number <= max ? Optional.of(number) : Optional.empty();
  }

  boolean flag(String key, boolean otherwise) {
    return value(
        key,
        "true or false",
        otherwise,
        scalar -> {
          if (scalar.kind() != Kind.FLAG) {
            problem(scalar, key, scalar.found(), "true or false");
            return otherwise;
          }
          return scalar.text().equalsIgnoreCase("true");
        });
  }

  Duration duration(String key, Duration min, Duration max, Duration otherwise) {
    String allowed =
        "a time from %s to %s: a whole number with %s, such as 30s"
            .formatted(text(min), text(max), String.join(", ", Quantity.TIMES.keySet()));
    long millis =
        quantity(
            key, Quantity.TIMES, allowed, min.toMillis(), max.toMillis(), otherwise.toMillis());
    return Duration.ofMillis(millis);
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 3_600_000 == 0
        ? duration.toHours() + "h"
        : duration.toMillis() + "ms";
  }

  long bytes(String key, long min, long max, long otherwise) {
    String allowed =
        "a size from %dB to %dGB: a whole number with %s, such as 100MB"
            .formatted(min, max / 1_000_000_000, String.join(", ", Quantity.SIZES.keySet()));
    return quantity(key, Quantity.SIZES, allowed, min, max, otherwise);
  }

  private long quantity(
      String key, Map<String, Long> units, String allowed, long min, long max, long otherwise) {
    return value(
        key,
        allowed,
        otherwise,
        scalar -> {
          try {
            long quantity = Quantity.parse(scalar.text(), units);
            if (quantity >= min && quantity <= max) {
              return quantity;
            }
            problem(scalar, key, scalar.found(), allowed);
          } catch (IllegalArgumentException e) {
            problems.add(
                scalar.place(),
                path(key),
                scalar.found() + ": " + Quoted.cut(String.valueOf(e.getMessage())),
                allowed,
                Quantity.nearest(scalar.text(), units));
          }
          return otherwise;
        });
  }

  Optional<String> text(String key, String allowed) {
    return this.<Optional<String>>value(
        key, allowed, Optional.empty(), scalar -> textOf(scalar, path(key), allowed));
  }

  /// A list of texts that each become something.
  ///
  /// @param parse throws IllegalArgumentException with the reason if a text does not fit
  <T> List<T> list(String key, String allowed, Function<String, T> parse) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null || entry.value() instanceof Refused) {
      return List.of();
    }
    if (!(entry.value() instanceof Sequence sequence)) {
      problem(entry.value(), key, entry.value().found(), "a list of: " + allowed);
      return List.of();
    }
    List<T> list = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      item(sequence.items().get(i), "%s[%d]".formatted(path(key), i), allowed, parse)
          .ifPresent(list::add);
    }
    return list;
  }

  private <T> Optional<T> item(
      ConfigNode node, String itemPath, String allowed, Function<String, T> parse) {
    Optional<String> text = textOf(node, itemPath, allowed);
    try {
      return text.map(parse);
    } catch (IllegalArgumentException e) {
      problems.add(
          node.place(), itemPath, node.found() + ": " + e.getMessage(), allowed, Optional.empty());
      return Optional.empty();
    }
  }

  /// The keys below a key; empty if there are none.
  Optional<ConfigSection> section(String key, String allowed) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null || entry.value() instanceof Refused) {
      return Optional.empty();
    }
    if (!(entry.value() instanceof Mapping mapping)) {
      problem(entry.value(), key, entry.value().found(), allowed);
      return Optional.empty();
    }
    return Optional.of(new ConfigSection(entry.place(), path(key), mapping, problems));
  }

  /// All keys, which are the author's own to choose.
  List<String> keys() {
    known.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  /// The value as it was written, of any kind but a list or keys.
  Optional<String> written(String key) {
    String allowed = "a text, a number, true or false";
    return this.<Optional<String>>value(
        key,
        allowed,
        Optional.empty(),
        scalar -> {
          if (scalar.kind() == Kind.NOTHING) {
            problem(scalar, key, scalar.found(), allowed);
            return Optional.empty();
          }
          return Optional.of(scalar.text());
        });
  }

  /// The values of a list as they were written, of any kind but a list or keys; one without a list
  /// is a list of one.
  List<String> allWritten(String key) {
    Entry entry = entries.get(key);
    if (entry == null || !(entry.value() instanceof Sequence sequence)) {
      return written(key).stream().toList();
    }
    List<String> all = new ArrayList<>();
    for (ConfigNode item : sequence.items()) {
      if (item instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
        all.add(scalar.text());
      } else if (!(item instanceof Refused)) {
        problem(item, key, item.found(), "texts, numbers, true or false");
      }
    }
    return all;
  }

  private Optional<String> textOf(ConfigNode node, String textPath, String allowed) {
    if (node instanceof Refused) {
      return Optional.empty();
    }
    if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT && !scalar.text().isEmpty()) {
      return Optional.of(scalar.text());
    }
    problems.add(node.place(), textPath, node.found(), allowed);
    return Optional.empty();
  }

  private <T> T value(String key, String allowed, T otherwise, Function<Scalar, T> read) {
    known.add(key);
    Entry entry = entries.get(key);
    if (entry == null || entry.value() instanceof Refused) {
      return otherwise;
    }
    if (entry.value() instanceof Scalar scalar) {
      return read.apply(scalar);
    }
    problem(entry.value(), key, entry.value().found(), allowed);
    return otherwise;
  }

  private void problem(ConfigNode node, String key, String found, String allowed) {
    problems.add(node.place(), path(key), found, allowed);
  }
}
