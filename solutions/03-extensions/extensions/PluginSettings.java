package extensions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a configuration file says of one plugin. The closed set of kinds: switch over it without a
/// default.
public sealed interface PluginSettings {
  /// Where the plugin comes from.
  PluginSource source();

  /// The settings by the file's keys, as text, to show or to compare. The source is among them.
  Map<String, String> values();

  /// The kind, as in the file and in manifests: `calculator`, `file-ops`, `network`, `other`.
  String kind();

  /// What the plugin is told, as arguments of its command: `key=value` each, a key again for each
  /// further value. Times are in milliseconds, sizes in bytes. The source is not among them.
  List<String> arguments();

  /// The kind `calculator`.
  ///
  /// @param source where it comes from
  /// @param precision digits after the point, 0 to 100
  /// @param timeout how long a call may take, 1 ms to 1 h
  record Calculator(PluginSource source, int precision, Duration timeout)
      implements PluginSettings {
    @Override
    public Map<String, String> values() {
      Map<String, String> values = common(source);
      values.put("precision", String.valueOf(precision));
      values.put("timeout", timeout.toMillis() + "ms");
      return values;
    }

    @Override
    public String kind() {
      return "calculator";
    }

    @Override
    public List<String> arguments() {
      return List.of("precision=" + precision);
    }
  }

  /// The kind `file-ops`.
  ///
  /// @param source where it comes from
  /// @param maxFileSizeBytes the largest file that it touches, 1 B to 1,000 GB
  /// @param allowedPaths the folders that it may use, absolute and without `..`; empty for none.
  ///   They need not exist, and may be links
  record FileOps(PluginSource source, long maxFileSizeBytes, List<Path> allowedPaths)
      implements PluginSettings {
    /// Copies the list.
    public FileOps {
      allowedPaths = List.copyOf(allowedPaths);
    }

    @Override
    public Map<String, String> values() {
      Map<String, String> values = common(source);
      values.put("max_file_size", maxFileSizeBytes + "B");
      values.put("allowed_paths", String.valueOf(allowedPaths));
      return values;
    }

    @Override
    public String kind() {
      return "file-ops";
    }

    @Override
    public List<String> arguments() {
      List<String> arguments = new ArrayList<>();
      arguments.add("max_file_bytes=" + maxFileSizeBytes);
      allowedPaths.forEach(path -> arguments.add("allowed_path=" + path));
      return arguments;
    }
  }

  /// The kind `network`.
  ///
  /// @param source where it comes from
  /// @param allowedHosts names or addresses that it may ask, in lower case; `*.example.com` is any
  ///   name below `example.com`; empty for none
  /// @param allowPrivate true if addresses of private networks and of this machine are allowed
  /// @param timeout how long a request may take, 1 ms to 1 h
  /// @param maxResponseSizeBytes the longest answer that it takes, 1 B to 1,000 GB
  record Network(
      PluginSource source,
      List<String> allowedHosts,
      boolean allowPrivate,
      Duration timeout,
      long maxResponseSizeBytes)
      implements PluginSettings {
    /// Copies the list.
    public Network {
      allowedHosts = List.copyOf(allowedHosts);
    }

    @Override
    public Map<String, String> values() {
      Map<String, String> values = common(source);
      values.put("allowed_hosts", String.valueOf(allowedHosts));
      values.put("allow_private", String.valueOf(allowPrivate));
      values.put("timeout", timeout.toMillis() + "ms");
      values.put("max_response_size", maxResponseSizeBytes + "B");
      return values;
    }

    @Override
    public String kind() {
      return "network";
    }

    @Override
    public List<String> arguments() {
      List<String> arguments = new ArrayList<>();
      arguments.add("timeout_ms=" + timeout.toMillis());
      arguments.add("max_response_bytes=" + maxResponseSizeBytes);
      arguments.add("allow_private=" + allowPrivate);
      allowedHosts.forEach(host -> arguments.add("allowed_host=" + host));
      return arguments;
    }
  }

  /// The kind `other`: a plugin that this host has no settings for.
  ///
  /// @param source where it comes from
  /// @param settings the plugin's own, by key, as they were written; this host does not know what
  ///   they mean
  record Other(PluginSource source, Map<String, String> settings) implements PluginSettings {
    /// Copies the map.
    public Other {
      settings = Map.copyOf(settings);
    }

    @Override
    public Map<String, String> values() {
      Map<String, String> values = common(source);
      new TreeMap<>(settings).forEach((key, value) -> values.put("settings." + key, value));
      return values;
    }

    @Override
    public String kind() {
      return "other";
    }

    @Override
    public List<String> arguments() {
      List<String> arguments = new ArrayList<>();
      new TreeMap<>(settings).forEach((key, value) -> arguments.add(key + "=" + value));
      return arguments;
    }
  }

  private static Map<String, String> common(PluginSource source) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("command", String.valueOf(source.command()));
    values.put("directory", source.directory().map(Path::toString).orElse(""));
    return values;
  }
}
