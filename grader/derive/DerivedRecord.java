package derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/// Remembers what the deriving tool wrote, in `.course/derived`: a line `<sha-256> <path>` a file.
///
/// So an author can derive again and again without committing in between.
final class DerivedRecord {
  private final Path file;
  private final Set<String> lines;

  private DerivedRecord(Path file, Set<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads the record of a course; an empty one if there is none yet.
  static DerivedRecord read(Path buildFolder) {
    Path file = buildFolder.resolve("derived");
    try {
      return new DerivedRecord(
          file, Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells whether the file holds what the tool wrote last.
  boolean wrote(Path root, Path derived) {
    try {
      return lines.contains(line(root, derived, Files.readString(derived)));
    } catch (IOException e) {
      return false; // unreadable: not ours
    }
  }

  void add(Path root, Path derived, String text) {
    String path = " " + name(root, derived);
    lines.removeIf(line -> line.endsWith(path));
    lines.add(line(root, derived, text));
  }

  void save() {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, new TreeSet<>(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Path root, Path derived, String text) {
    return sha256(text) + " " + name(root, derived);
  }

  private static String name(Path root, Path derived) {
    return root.relativize(derived).toString().replace('\\', '/');
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
