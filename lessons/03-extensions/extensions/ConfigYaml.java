package extensions;

import extensions.ConfigNode.Entry;
import extensions.ConfigNode.Kind;
import extensions.ConfigNode.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML into nodes that know their places.
///
/// It reads a stream of events and builds nothing that the text does not spell out: an alias is
/// reported and never followed, so a few lines cannot stand for gigabytes. Tags, which could ask
/// for types, are reported, too.
final class ConfigYaml {
  private static final int NESTING_LIMIT = 20;
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(NESTING_LIMIT).build())
          .build();

  private static final Pattern PLACE = Pattern.compile(", line (\\d{1,9}), column (\\d{1,9}):");

  private final YAMLParser parser;
  private final ConfigProblems problems;

  private ConfigYaml(YAMLParser parser, ConfigProblems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /// The one document in a text; empty if there is nothing but blanks and comments, or if it is not
  /// YAML, which is a problem then.
  static Optional<ConfigNode> read(String text, ConfigProblems problems) {
    try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
      return new ConfigYaml(parser, problems).document();
    } catch (StreamConstraintsException e) {
      problems.add(
          place(e.getLocation()),
          "",
          "no YAML: " + firstLine(e),
          "YAML with at most %d levels".formatted(NESTING_LIMIT));
    } catch (JacksonException e) {
      problems.add(faultyPlace(e), "", "no YAML: " + fault(e), "correct YAML");
    }
    return Optional.empty();
  }

  private static String firstLine(JacksonException e) {
    return Quoted.cut(e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  /// What is wrong. The parser says first what it was reading, and that last.
  private static String fault(JacksonException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .reduce((first, second) -> second)
        .map(Quoted::cut)
        .orElse("");
  }

  /// Where it is wrong: the last place that the message names. The exception's own one is that of
  /// the last good piece.
  private static Place faultyPlace(JacksonException e) {
    return PLACE
        .matcher(e.getOriginalMessage())
        .results()
        .reduce((first, second) -> second)
        .map(last -> new Place(Integer.parseInt(last.group(1)), Integer.parseInt(last.group(2))))
        .orElseGet(() -> place(e.getLocation()));
  }

  private Optional<ConfigNode> document() {
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    ConfigNode root = node("");
    if (parser.nextToken() != null) {
      problems.add(here(), "", "a second document", "one document");
    }
    return Optional.of(root);
  }

  private ConfigNode node(String path) {
    Place place = here();
    if (parser.isCurrentAlias()) {
      problems.add(place, path, "the alias *" + Quoted.cut(parser.getString()), "the value itself");
      return new ConfigNode.Refused(place);
    }
    String tag = parser.getRawTag();
    if (tag != null) {
      problems.add(place, path, "the tag " + Quoted.cut(tag), "a value without a tag");
      skip();
      return new ConfigNode.Refused(place);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(place, path);
      case START_ARRAY -> sequence(place, path);
      case VALUE_NULL -> new ConfigNode.Scalar(place, Kind.NOTHING, "");
      case VALUE_TRUE, VALUE_FALSE -> scalar(place, Kind.FLAG);
      case VALUE_NUMBER_INT -> scalar(place, Kind.WHOLE_NUMBER);
      case VALUE_NUMBER_FLOAT -> scalar(place, Kind.FRACTION);
      default -> scalar(place, Kind.TEXT);
    };
  }

  private ConfigNode scalar(Place place, Kind kind) {
    return new ConfigNode.Scalar(place, kind, parser.getString());
  }

  private ConfigNode sequence(Place place, String path) {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node("%s[%d]".formatted(path, items.size())));
    }
    return new ConfigNode.Sequence(place, List.copyOf(items));
  }

  private ConfigNode mapping(Place place, String path) {
    Map<String, Place> seen = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = here();
      String key = parser.currentName();
      String keyPath = path.isEmpty() ? Quoted.cut(key) : path + "." + Quoted.cut(key);
      if (parser.isCurrentAlias()) {
        problems.add(keyPlace, keyPath, "an alias as a key", "the key itself");
      }
      String tag = parser.getRawTag();
      if (tag != null) {
        problems.add(keyPlace, keyPath, "the tag " + Quoted.cut(tag), "a key without a tag");
      }
      parser.nextToken();
      Entry entry = new Entry(keyPlace, key, node(keyPath));
      Place first = seen.putIfAbsent(key, keyPlace);
      if (first == null) {
        entries.add(entry);
      } else {
        problems.add(keyPlace, keyPath, "the key once more", "each key once; line " + first.line());
      }
    }
    return new ConfigNode.Mapping(place, List.copyOf(entries));
  }

  /// To the end of what begins here.
  private void skip() {
    parser.skipChildren();
  }

  private Place here() {
    return place(parser.currentTokenLocation());
  }

  private static Place place(@Nullable TokenStreamLocation location) {
    if (location == null) {
      return new Place(1, 1);
    }
    return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
