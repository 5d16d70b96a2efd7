package coverage;

import java.nio.file.Path;

/// A test, by where it stands.
///
/// @param file its source, from the course's folder
/// @param name the method's name
record TestMethod(Path file, String name) {
  /// `HandshakeLineTest`.
  String className() {
    return file.getFileName().toString().replace(".java", "");
  }
}
