package security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an audit log ends. Kept apart from the log, it is what shows that the log's tail was cut.
///
/// @param line the number of the last line, from 1; 0 before the first
/// @param hash the last line's hash, 64 hexadecimal digits
/// @param bytes the length of the log up to here
public record AuditHead(long line, String hash, long bytes) {
  /// The head of an empty log. Its hash is all zeros.
  public static final AuditHead START = new AuditHead(0, "0".repeat(Sha256.HEX_CHARACTERS), 0);

  private static final Pattern TEXT =
      Pattern.compile(
          "\\{\"line\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"bytes\":(\\d{1,18})}\n");

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if a number is negative, or the hash is none
  public AuditHead {
    if (line < 0 || bytes < 0 || !hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "no head: line %d, hash %s, %d bytes".formatted(line, PlainText.of(hash), bytes));
    }
  }

  /// The text that [#parse] reads: one line of JSON, in ASCII.
  public String text() {
    return "{\"line\":%d,\"hash\":\"%s\",\"bytes\":%d}\n".formatted(line, hash, bytes);
  }

  /// The head that such a text tells; empty if it is none.
  public static Optional<AuditHead> parse(byte[] text) {
    Matcher matcher = TEXT.matcher(new String(text, StandardCharsets.ISO_8859_1));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long line = Long.parseLong(matcher.group(1));
    long bytes = Long.parseLong(matcher.group(3));
    // An empty log has neither, any other one has both.
    return (line == 0) == (bytes == 0)
        ? Optional.of(new AuditHead(line, matcher.group(2), bytes))
        : Optional.empty();
  }
}
