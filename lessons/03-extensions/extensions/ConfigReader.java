package extensions;

import extensions.ConfigNode.Mapping;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Makes a [PluginConfig] of a file's text. The file's keys, ranges and defaults stand here.
final class ConfigReader {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final long LARGEST_BYTES = 1_000_000_000_000L;
  private static final Set<String> KINDS =
      new TreeSet<>(Set.of("calculator", "file-ops", "network"));
  private static final String OTHER = "other";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final Pattern HOST =
      Pattern.compile(
          "(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");
  private static final String FOLDER = "a folder";
  private static final String COMMAND = "a list of texts: the executable and its arguments";

  private final Path folder;
  private final ConfigProblems problems = new ConfigProblems();
  private final Map<String, Map<String, List<String>>> permissions = new LinkedHashMap<>();

  private ConfigReader(Path folder) {
    this.folder = folder;
  }

  /// @param file absolute
  /// @param bytes what it holds
  /// @throws ConfigException if there is a problem
  static PluginConfig read(Path file, byte[] bytes) {
    String text = ConfigFile.text(file, bytes);
    Path parent = file.getParent();
    ConfigReader reader = new ConfigReader(parent == null ? file : parent);
    Optional<ConfigNode> root = ConfigYaml.read(text, reader.problems);
    Map<String, PluginSettings> plugins = root.map(reader::plugins).orElse(Map.of());
    List<ConfigProblem> found = reader.problems.sorted();
    if (!found.isEmpty()) {
      throw ConfigException.of(file, found);
    }
    if (root.isEmpty()) {
      throw ConfigException.ofFile(
          file, "it is empty", "Begin with the key plugins, and the plugins' names under it.");
    }
    return new PluginConfig(file, plugins, reader.permissions);
  }

  private Map<String, PluginSettings> plugins(ConfigNode root) {
    String allowed = "plugins' names, each with its settings";
    if (!(root instanceof Mapping mapping)) {
      if (!(root instanceof ConfigNode.Refused)) {
        problems.add(root.place(), "", root.found(), "the key plugins");
      }
      return Map.of();
    }
    ConfigSection top = new ConfigSection(root.place(), "", mapping, problems);
    if (!top.has("plugins")) {
      top.missing("plugins", allowed);
    }
    Map<String, PluginSettings> plugins = new LinkedHashMap<>();
    top.section("plugins", allowed)
        .ifPresent(
            section ->
                section
                    .keys()
                    .forEach(
                        name -> plugin(section, name).ifPresent(made -> plugins.put(name, made))));
    top.end();
    return plugins;
  }

  private Optional<PluginSettings> plugin(ConfigSection plugins, String name) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          plugins.place(name),
          plugins.path(name),
          "the name " + Quoted.of(name),
          "a name: a to z, 0 to 9 and -, at most 63");
    }
    Optional<ConfigSection> section = plugins.section(name, "the plugin's settings");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    ConfigSection settings = section.get();
    Optional<String> kind = kind(settings, plugins, name);
    Optional<PluginSource> source = source(settings);
    permissions(name, settings);
    // Without a source all the same: whoever mends the file wants to see the other problems.
    PluginSource known = source.orElse(new PluginSource(List.of("none"), Optional.empty()));
    Optional<PluginSettings> made = kind.map(chosen -> settings(chosen, known, settings));
    if (kind.isPresent()) {
      settings.end();
    }
    return source.isPresent() ? made : Optional.empty();
  }

  /// The plugin's kind: its key, or else its name.
  private Optional<String> kind(ConfigSection settings, ConfigSection plugins, String name) {
    String allowed = String.join(", ", KINDS) + ", " + OTHER;
    if (settings.has("kind")) {
      Optional<String> kind = settings.text("kind", allowed);
      if (kind.isEmpty() || KINDS.contains(kind.get()) || kind.get().equals(OTHER)) {
        return kind;
      }
      Set<String> kinds = new TreeSet<>(KINDS);
      kinds.add(OTHER);
      problems.add(
          settings.place("kind"),
          settings.path("kind"),
          Quoted.of(kind.get()),
          allowed,
          NearestKey.of(kind.get(), kinds));
      return Optional.empty();
    }
    if (!KINDS.contains(name)) {
      problems.add(
          plugins.place(name),
          plugins.path(name),
          "the name %s and no kind".formatted(Quoted.of(name)),
          String.join(", ", KINDS) + "; or any name, with a key kind",
          NearestKey.of(name, KINDS));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private Optional<PluginSource> source(ConfigSection settings) {
    boolean command = settings.has("command");
    boolean directory = settings.has("directory");
    if (!command && !directory) {
      settings.missing("command", COMMAND + "; or the key directory");
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(settings.list("command", COMMAND, text -> text));
    if (settings.isEmptyList("command")) {
      problems.add(settings.place("command"), settings.path("command"), "an empty list", COMMAND);
    }
    if (!words.isEmpty() && words.getFirst().contains("/")) {
      words.set(0, resolve(words.getFirst(), settings, "command"));
    }
    Optional<Path> folder =
        settings
            .text("directory", FOLDER)
            .map(text -> Path.of(resolve(text, settings, "directory")));
    return words.isEmpty() && folder.isEmpty()
        ? Optional.empty()
        : Optional.of(new PluginSource(words, folder));
  }

  /// What they mean is for the layer above to say: each is kept as it was written.
  private void permissions(String name, ConfigSection settings) {
    Map<String, List<String>> granted = new LinkedHashMap<>();
    settings
        .section("permissions", "what is granted, such as the key calls")
        .ifPresent(
            section -> section.keys().forEach(key -> granted.put(key, section.allWritten(key))));
    if (!granted.isEmpty()) {
      permissions.put(name, granted);
    }
  }

  private String resolve(String text, ConfigSection settings, String key) {
    try {
      return absolute(text).toString();
    } catch (IllegalArgumentException e) {
      problems.add(
          settings.place(key),
          settings.path(key),
          Quoted.of(text) + ": " + e.getMessage(),
          "a path");
      return folder.toString();
    }
  }

  private PluginSettings settings(String kind, PluginSource source, ConfigSection settings) {
    return switch (kind) {
      case "calculator" ->
          new PluginSettings.Calculator(
              source, settings.number("precision", 0, 100, 10), timeout(settings));
      case "file-ops" ->
          new PluginSettings.FileOps(
              source,
              settings.bytes("max_file_size", 1, LARGEST_BYTES, 100_000_000),
              required(settings, "allowed_paths").list("allowed_paths", FOLDER, this::absolute));
      case "network" ->
          new PluginSettings.Network(
              source,
              required(settings, "allowed_hosts")
                  .list("allowed_hosts", "a host's name or address", ConfigReader::host),
              settings.flag("allow_private", false),
              timeout(settings),
              settings.bytes("max_response_size", 1, LARGEST_BYTES, 10_000_000));
      default -> other(source, settings);
    };
  }

  private static Duration timeout(ConfigSection settings) {
    return settings.duration("timeout", SHORTEST, LONGEST, Duration.ofSeconds(30));
  }

  /// What is allowed has no default: a host says it, even if it is nothing.
  private static ConfigSection required(ConfigSection settings, String key) {
    if (!settings.has(key)) {
      settings.missing(key, "a list; [] for none");
    }
    return settings;
  }

  private static PluginSettings other(PluginSource source, ConfigSection settings) {
    Map<String, String> own = new LinkedHashMap<>();
    settings
        .section("settings", "the plugin's own keys")
        .ifPresent(
            section ->
                section
                    .keys()
                    .forEach(key -> section.written(key).ifPresent(value -> own.put(key, value))));
    return new PluginSettings.Other(source, own);
  }

  /// @throws IllegalArgumentException with the reason if it is no path
  private Path absolute(String text) {
    if (text.startsWith("~")) {
      throw new IllegalArgumentException("~ stands for nothing here");
    }
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no path, " + e.getReason(), e);
    }
  }

  /// @throws IllegalArgumentException with the reason if it is no host
  private static String host(String text) {
    if (!HOST.matcher(text).matches()) {
      throw new IllegalArgumentException(
          text.contains("/") ? "a host has no scheme and no path" : "no name and no address");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
