package extensions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads one manifest. Each problem is a [ManifestException] with the file and the key.
///
/// A manifest comes from whoever made the plugin: it is short, plain YAML. One that is not is
/// refused, such as one of megabytes, or with aliases, which a few lines let grow without end.
final class ManifestReader {
  /// No honest manifest is longer.
  static final int LIMIT_BYTES = 64 * 1024;

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "name",
              "kind",
              "version",
              "description",
              "capabilities",
              "command",
              "dependencies",
              "permissions"));

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  private ManifestReader(Path file) {
    this.file = file;
  }

  /// @throws ManifestException if it cannot be read or is no manifest
  static PluginManifest read(Path file) {
    ManifestReader reader = new ManifestReader(file.toAbsolutePath().normalize());
    reader.load();
    return reader.manifest();
  }

  private void load() {
    JsonNode root = parse(text());
    if (!root.isObject()) {
      throw problem("is no manifest: keys are expected, such as \"name\" and \"command\"");
    }
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw problem(
            "the key %s is unknown; there are %s".formatted(Quoted.of(entry.getKey()), KEYS));
      }
      if (!entry.getValue().isNull()) {
        values.put(entry.getKey(), entry.getValue());
      }
    }
  }

  private String text() {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe would block, and a device never end.
      throw problem("is no regular file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw problem("is too long: more than %d bytes".formatted(LIMIT_BYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new ManifestException(file, "does not exist", e);
    } catch (CharacterCodingException e) {
      throw new ManifestException(file, "is no UTF-8 text", e);
    } catch (IOException e) {
      throw new ManifestException(file, "cannot be read: " + e, e);
    }
  }

  private JsonNode parse(String text) {
    try {
      refuseAliases(text);
      return YAML.readTree(text);
    } catch (JacksonException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String first = Quoted.cut(e.getOriginalMessage().lines().findFirst().orElse(""));
      throw new ManifestException(file, "is no YAML: " + place + first, e);
    }
  }

  private void refuseAliases(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw problem(
              "line %d: an alias (*%s) is not allowed; write the value itself"
                  .formatted(
                      parser.currentTokenLocation().getLineNr(), Quoted.cut(parser.getString())));
        }
      }
    }
  }

  private PluginManifest manifest() {
    return new PluginManifest(
        file,
        name("name", values.get("name")),
        name("kind", values.get("kind")),
        version(),
        values.containsKey("description") ? text("description", values.get("description")) : "",
        names("capabilities"),
        command(),
        names("dependencies"),
        permissions());
  }

  private SemanticVersion version() {
    String text = text("version", values.get("version"));
    return SemanticVersion.parse(text)
        .orElseThrow(
            () ->
                problem(
                    "the key \"version\" is %s, which is no version such as 1.4.0"
                        .formatted(Quoted.of(text))));
  }

  /// A name crosses logs, tables and file names: no blanks, no dots at its beginning.
  private String name(String key, @Nullable JsonNode value) {
    String name = text(key, value);
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")) {
      throw problem(
          "the key \"%s\" has %s: up to 64 letters, digits, '-', '_' and '.' are allowed"
              .formatted(key, Quoted.of(name)));
    }
    return name;
  }

  private Set<String> names(String key) {
    Set<String> names = new TreeSet<>();
    for (JsonNode element : list(key)) {
      names.add(name(key, element));
    }
    return names;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (!values.containsKey("command")) {
      throw missing("command");
    }
    for (JsonNode element : list("command")) {
      command.add(argument(element));
    }
    if (command.isEmpty()) {
      throw problem("the key \"command\" is empty: give the executable and its arguments");
    }
    command.set(0, executable(command.getFirst()));
    return command;
  }

  /// A port or a count is a fine argument, with or without quotes. Of a fraction YAML keeps the
  /// value and not the text: `1.10` would become `1.1`.
  private String argument(JsonNode element) {
    String argument = element.isIntegralNumber() ? element.asString() : text("command", element);
    if (argument.indexOf('\0') >= 0) {
      // The system ends a text there.
      throw problem(
          "the key \"command\" has %s: no path and no argument has a NUL character"
              .formatted(Quoted.of(argument)));
    }
    return argument;
  }

  private Map<String, List<String>> permissions() {
    JsonNode section = values.get("permissions");
    if (section == null) {
      return Map.of();
    }
    if (!section.isObject()) {
      throw problem("the key \"permissions\" has no keys under it, such as \"calls\"");
    }
    Map<String, List<String>> permissions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      String key = "permissions." + entry.getKey();
      List<String> texts = new ArrayList<>();
      for (JsonNode element :
          entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        texts.add(
            element.isNumber() || element.isBoolean() ? element.asString() : text(key, element));
      }
      permissions.put(entry.getKey(), texts);
    }
    return permissions;
  }

  /// A bare word is looked up on PATH by the system, a path is meant from the manifest's folder.
  private String executable(String named) {
    if (!named.contains("/") && !named.contains("\\")) {
      return named;
    }
    try {
      return file.resolveSibling(named).normalize().toString();
    } catch (InvalidPathException e) {
      throw new ManifestException(
          file,
          "the key \"command\" has %s, which is no path: %s"
              .formatted(Quoted.of(named), e.getReason()),
          e);
    }
  }

  private Iterable<JsonNode> list(String key) {
    JsonNode value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw problem("the key \"%s\" is no list; write [ ] around it".formatted(key));
    }
    return value;
  }

  private String text(String key, @Nullable JsonNode value) {
    if (value == null) {
      throw missing(key);
    }
    if (!value.isString()) {
      throw problem(
          "the key \"%s\" has %s, which is no text; write quotes around it"
              .formatted(key, Quoted.cut(value.toString())));
    }
    if (value.asString().isBlank()) {
      throw problem("the key \"%s\" has an empty text".formatted(key));
    }
    return value.asString();
  }

  private ManifestException missing(String key) {
    return problem("the key \"%s\" is missing".formatted(key));
  }

  private ManifestException problem(String problem) {
    return new ManifestException(file, problem, null);
  }
}
