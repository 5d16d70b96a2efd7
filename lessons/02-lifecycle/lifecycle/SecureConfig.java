package lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The checksum that a plugin's executable must have before it is started (go-plugin:
/// `SecureConfig`).
///
/// The file at the head of the command is meant. For a plugin that an interpreter runs, such as
/// `java` or a shell, that is the interpreter and says nothing of the plugin.
///
/// @param checksum the checksum in hexadecimal digits
/// @param algorithm the digest's name in the JDK, such as `SHA-256`
public record SecureConfig(String checksum, String algorithm) {
  /// Compares the file's checksum with this one, in a time that does not depend on where they
  /// differ.
  ///
  /// @throws ChecksumException if they differ, if there is no checksum or no such algorithm, or if
  ///   the file cannot be read
  public void requireMatch(Path executable) {
    if (checksum.isBlank()) {
      throw new ChecksumException("no checksum is configured for " + executable);
    }
    byte[] actual = digest(executable);
    if (!MessageDigest.isEqual(actual, expected())) {
      throw new ChecksumException(
          """
          checksums did not match: %s is not the file that was approved.
          expected %s
          found    %s"""
              .formatted(executable, checksum, HexFormat.of().formatHex(actual)));
    }
  }

  private byte[] expected() {
    try {
      return HexFormat.of().parseHex(checksum);
    } catch (IllegalArgumentException e) {
      throw new ChecksumException("the configured checksum is not hexadecimal: " + checksum);
    }
  }

  private byte[] digest(Path executable) {
    try {
      return MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(executable));
    } catch (NoSuchAlgorithmException e) {
      throw new ChecksumException("no such hash algorithm: \"" + algorithm + "\"; try SHA-256");
    } catch (IOException e) {
      throw new ChecksumException("cannot read " + executable + " for its checksum: " + e);
    }
  }
}
