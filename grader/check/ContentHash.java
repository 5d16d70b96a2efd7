package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A name for a set of files and facts that changes when any of them does.
final class ContentHash {
  private static final int LENGTH = 20;

  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A sum that depends on the JDK, too, as what a compiler makes does.
  static ContentHash withJdk() {
    return new ContentHash().add(Runtime.version().toString());
  }

  /// A sum of what is added to it, and of nothing else.
  static ContentHash ofFilesOnly() {
    return new ContentHash();
  }

  ContentHash add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /// Adds the files' names, relative to a folder, and their contents.
  ContentHash addFiles(Path base, List<Path> files) {
    for (Path file : files) {
      add(base.relativize(file).toString());
      try {
        digest.update(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /// Ends the sum: 20 hexadecimal digits.
  String sum() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }
}
