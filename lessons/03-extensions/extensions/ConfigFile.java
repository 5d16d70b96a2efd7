package extensions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A configuration file as bytes and as text.
final class ConfigFile {
  /// The longest file that is read, in bytes.
  static final int LIMIT_BYTES = 1 << 20;

  private ConfigFile() {}

  /// What the file holds. Never reads more than [#LIMIT_BYTES] and one byte.
  ///
  /// @throws ConfigException if it is missing, no file, unreadable or too long
  static byte[] bytes(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe would block, and a device never end.
      throw ConfigException.ofFile(file, "it is no regular file", "Name a file of YAML.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw ConfigException.ofFile(
            file,
            "it is longer than %d bytes".formatted(LIMIT_BYTES),
            "A configuration is a page or two. Is it the right file?");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw ConfigException.ofFile(
          file, "there is no such file", "Create it, or name the right one.", e);
    } catch (IOException e) {
      throw ConfigException.ofFile(
          file, "it cannot be read: " + e, "See that this user may read it.", e);
    }
  }

  /// The text that the bytes are in UTF-8, without a byte order mark.
  ///
  /// @throws ConfigException if they are not UTF-8; it names the first bad line
  static String text(Path file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, /* endOfInput= */ true);
    if (result.isError()) {
      throw ConfigException.ofFile(
          file,
          "line %d is not UTF-8: byte 0x%02X"
              .formatted(line(bytes, in.position()), bytes[in.position()]),
          "Save the file as UTF-8.");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
