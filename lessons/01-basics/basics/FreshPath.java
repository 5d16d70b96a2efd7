package basics;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// Makes files and directories under names that no one else has.
///
/// The names are shorter than the JDK's own for temporary files: some systems' directories for them
/// already take half of the 103 bytes that a socket's path may have ([PluginAddress]).
public final class FreshPath {
  private FreshPath() {}

  /// How to make it.
  @FunctionalInterface
  public interface Creation {
    /// Makes it.
    ///
    /// @throws FileAlreadyExistsException if there is something of that name
    /// @throws IOException if it cannot be made
    Path create(Path path) throws IOException;
  }

  /// Makes one in that directory.
  ///
  /// @param prefix what the name begins with; a number of at most 10 digits follows, as in
  ///   go-plugin
  /// @throws IOException if it cannot be made
  public static Path in(Path directory, String prefix, Creation creation) throws IOException {
    RandomGenerator random = RandomGenerator.getDefault();
    while (true) {
      String number = Integer.toUnsignedString(random.nextInt());
      try {
        return creation.create(directory.toAbsolutePath().resolve(prefix + number));
      } catch (FileAlreadyExistsException e) {
        // Someone else's: another number will do.
      }
    }
  }
}
