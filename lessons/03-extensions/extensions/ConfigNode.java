package extensions;

import java.util.List;

/// What stands at a place of a configuration file.
sealed interface ConfigNode {
  /// Where it begins.
  Place place();

  /// What it is, for a message.
  String found();

  /// A place in a file.
  ///
  /// @param line counted from 1
  /// @param column in characters, counted from 1
  record Place(int line, int column) {}

  /// A value.
  record Scalar(Place place, Kind kind, String text) implements ConfigNode {
    @Override
    public String found() {
      return switch (kind) {
        case NOTHING -> "nothing";
        case TEXT -> Quoted.of(text);
        case WHOLE_NUMBER, FRACTION -> "the number " + Quoted.cut(text);
        case FLAG -> text;
      };
    }
  }

  /// Values in an order.
  record Sequence(Place place, List<ConfigNode> items) implements ConfigNode {
    @Override
    public String found() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /// Values by key.
  record Mapping(Place place, List<Entry> entries) implements ConfigNode {
    @Override
    public String found() {
      return entries.isEmpty() ? "no keys" : "keys: " + Quoted.cut(names());
    }

    private String names() {
      return String.join(", ", entries.stream().map(Entry::key).toList());
    }
  }

  /// Something that was reported already.
  record Refused(Place place) implements ConfigNode {
    @Override
    public String found() {
      return "something that is refused";
    }
  }

  /// One key and its value.
  record Entry(Place place, String key, ConfigNode value) {}

  /// What YAML makes of a value that is not quoted.
  enum Kind {
    NOTHING,
    TEXT,
    WHOLE_NUMBER,
    FRACTION,
    FLAG
  }
}
