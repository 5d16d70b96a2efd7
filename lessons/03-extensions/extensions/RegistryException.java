package extensions;

import basics.PluginException;
import org.jspecify.annotations.Nullable;

/// What goes wrong with a [PluginRegistry] and the manifests that it reads.
public abstract sealed class RegistryException extends PluginException
    permits ManifestException,
        DuplicatePluginException,
        UnknownDependencyException,
        DependencyCycleException,
        PluginNotReadyException,
        SwapFailedException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, the evidence, what to do next
  /// @param cause the error below; null if there is none
  RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
