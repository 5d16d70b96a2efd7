package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import security.BrokenChainException.Fault;

/// How the lines of an audit log hold together: each has the hash of the one before it, and a hash
/// of its own over that and its record.
///
/// ```
/// {"line":7,"at":"...","details":{},"prev":"<hash of line 6>","hash":"<hash of line 7>"}
/// ```
///
/// The hash is made of the record's very bytes, `{"line":7, ... "details":{}}`. So there is nothing
/// to parse and nothing to write anew before a line can be checked. A chain alone shows no cut
/// tail, and who can write the log can make all hashes anew: against both stands the [AuditHead],
/// kept apart.
public final class AuditChain {
  /// No line is longer, in bytes.
  static final int LINE_LIMIT_BYTES = 64 * 1024;

  private static final Pattern END =
      Pattern.compile(",\"prev\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\"}");
  private static final Pattern BEGIN = Pattern.compile("\\{\"line\":([1-9]\\d{0,17}),");

  /// How many bytes a line has after its record.
  private static final int END_BYTES =
      ",\"prev\":\"\",\"hash\":\"\"}".length() + 2 * Sha256.HEX_CHARACTERS;

  private AuditChain() {}

  /// The hash of a line.
  ///
  /// Exercise 4.8. It is the SHA-256 ([Sha256#digest]) of the previous line's hash and the record,
  /// one after the other. The previous hash goes in as the 32 bytes that it is, not as its 64
  /// digits. With it each hash stands for all lines so far: who changes one line must make all
  /// hashes after it anew.
  ///
  /// @param previous the previous line's hash, 64 hexadecimal digits
  /// @param record the record's bytes as they stand in the line
  /// @return 64 hexadecimal digits in small letters
  @Exercise("4.8")
  public static String hash(String previous, byte[] record) {
    throw new ExerciseNotDone("4.8");
  }

  /// The line of that record after that head, without a line end.
  ///
  /// @param record a JSON object that begins with `{"line":`, the number after the head's, and `,`
  public static byte[] line(AuditHead before, byte[] record) {
    String end =
        ",\"prev\":\"%s\",\"hash\":\"%s\"}".formatted(before.hash(), hash(before.hash(), record));
    byte[] line = Arrays.copyOf(record, record.length - 1 + end.length());
    byte[] bytes = end.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, line, record.length - 1, bytes.length);
    return line;
  }

  /// A line taken apart.
  ///
  /// @param number its own number
  /// @param record the record's bytes, each as one character (ISO 8859-1)
  /// @param previous what it has for the previous line's hash
  /// @param hash what it has for its own
  public record Parts(long number, String record, String previous, String hash) {
    /// The record's bytes.
    public byte[] recordBytes() {
      return record.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /// Takes a line apart; empty if it is none. Says nothing of its hashes.
  ///
  /// @param line its bytes, without the line end
  public static Optional<Parts> parse(byte[] line) {
    int length = line.length - END_BYTES;
    if (length < 1 || line.length >= LINE_LIMIT_BYTES) {
      return Optional.empty();
    }
    Matcher begin = BEGIN.matcher(text(line, 0, Math.min(length, 32)));
    Matcher end = END.matcher(text(line, length, END_BYTES));
    if (!begin.lookingAt() || !end.matches()) {
      return Optional.empty();
    }
    String record = text(line, 0, length) + "}";
    return Optional.of(
        new Parts(Long.parseLong(begin.group(1)), record, end.group(1), end.group(2)));
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /// Makes sure that a line continues a chain, and tells where the chain ends with it.
  ///
  /// Exercise 4.8. [#parse] takes the line apart; it believes what it reads. What is wrong is a
  /// [BrokenChainException] with a fault, the number of the line in the file, which is the one
  /// after `before`, and what was expected and found. Ask in this order, as the first answer is
  /// what a person reads:
  ///
  /// - [Fault#MALFORMED]: it is no line.
  /// - [Fault#CHANGED]: the line is not what it says itself. Its hash is not the [#hash] of its
  ///   record and the previous hash that it names.
  /// - [Fault#MISPLACED]: it is whole and stands in the wrong place. Its number is not the next, or
  ///   the previous hash that it names is not the one of `before`.
  ///
  /// @param before where the chain ends before it
  /// @param line its bytes, without the line end
  /// @return the head with this line; the log is longer by the line and one byte for its end
  /// @throws BrokenChainException if it does not continue the chain
  @Exercise("4.8")
  public static AuditHead follow(AuditHead before, byte[] line) {
    throw new ExerciseNotDone("4.8");
  }
}
