package extensions;

import java.nio.file.Path;
import java.util.Collection;

/// A plugin needs another that is not there.
public final class UnknownDependencyException extends RegistryException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String dependency;

  UnknownDependencyException(
      PluginManifest needing,
      String dependency,
      Collection<String> names,
      Collection<String> capabilities) {
    super(
        """
        %s: "%s" depends on "%s", which is neither a plugin's name nor a capability
          plugins: %s
          capabilities: %s
        add that plugin, or correct the key "dependencies\""""
            .formatted(needing.file(), needing.name(), dependency, names, capabilities),
        null);
    this.file = needing.file();
    this.dependency = dependency;
  }

  /// The manifest of the plugin that needs it.
  public Path file() {
    return file;
  }

  /// The name or capability that no plugin has.
  public String dependency() {
    return dependency;
  }
}
