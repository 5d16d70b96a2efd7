package extensions;

import java.nio.file.Path;
import java.util.List;

/// Two plugins have one name.
public final class DuplicatePluginException extends RegistryException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<Path> files;

  DuplicatePluginException(PluginManifest first, PluginManifest second) {
    super(
        "two plugins are named \"%s\":\n  %s (version %s)\n  %s (version %s)\nrename one of them"
            .formatted(
                first.name(), first.file(), first.version(), second.file(), second.version()),
        null);
    this.name = first.name();
    this.files = List.of(first.file(), second.file());
  }

  /// The name that both have.
  public String name() {
    return name;
  }

  /// The manifests of the two.
  public List<Path> files() {
    return files;
  }
}
