package extensions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A manifest cannot be read, or lacks something.
public final class ManifestException extends RegistryException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  /// @param file the manifest
  /// @param problem what is wrong with it, and what would be right
  /// @param cause the error below; null if there is none
  ManifestException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.file = file;
  }

  /// The manifest.
  public Path file() {
    return file;
  }
}
