package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import security.UntrustedPluginException.Reason;

/// One file as it was signed. Immutable.
///
/// @param path where it is in the plugin's folder, with `/` between names: `lib/calculator.jar`
/// @param size its length in bytes
/// @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in small letters
/// @param executable whether it may be run
public record SignedFile(String path, long size, String sha256, boolean executable) {
  /// No honest path is longer, in characters.
  static final int PATH_LIMIT = 1024;

  private static final Pattern LINE =
      Pattern.compile("file ([0-9a-f]{64}) (0|[1-9][0-9]{0,14}) ([rx]) (.+)");

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if one is not of its form: the path must be relative, and
  ///   none of its names may be empty, `.` or `..`, or have a backslash or a control character
  public SignedFile {
    if (size < 0) {
      throw new IllegalArgumentException("size < 0: " + size);
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256: " + PlainText.of(sha256));
    }
    if (!isPlain(path)) {
      throw new IllegalArgumentException("no plain relative path: " + PlainText.of(path));
    }
  }

  /// Whether a path can stand in a signed manifest: it leads nowhere but down.
  static boolean isPlain(String path) {
    if (path.length() > PATH_LIMIT) {
      return false;
    }
    if (path.chars().anyMatch(SignedFile::endsLineOrName)) {
      return false;
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /// On some system it separates names, or lines.
  private static boolean endsLineOrName(int character) {
    return character == '\\'
        || character == 0x2028
        || character == 0x2029
        || Character.isISOControl(character);
  }

  /// The line of a signed manifest; empty if it is none.
  static Optional<SignedFile> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches() || !isPlain(matcher.group(4))) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedFile(
            matcher.group(4),
            Long.parseLong(matcher.group(2)),
            matcher.group(1),
            matcher.group(3).equals("x")));
  }

  /// The line that [#parse] reads.
  String line() {
    return "file %s %d %s %s".formatted(sha256, size, executable ? "x" : "r", path);
  }

  /// Copies a file's bytes and checks, in the same pass, that they are those that were signed. Who
  /// reads them once to check and once more to copy checks one file and starts another.
  ///
  /// Exercise 4.2. Read `source` to its end, piece by piece, and write each piece to `copy` while
  /// [Sha256#digest] takes it in. A read may give fewer bytes than asked for. The file may be of
  /// any length, and an attacker's may never end: stop at the first piece that goes beyond [#size],
  /// and never write more than [#size] bytes. Neither stream is closed.
  ///
  /// What does not fit is an [UntrustedPluginException] of the reason [Reason#CHANGED] with
  /// [#path]: more bytes, fewer bytes, or others. For others `expected` is [#sha256], and `found`
  /// the digest of the bytes that came, in the same form.
  ///
  /// @param source the bytes as they are now
  /// @param copy where they go; after an exception it is worth nothing
  /// @throws UntrustedPluginException if these are not the bytes that were signed
  /// @throws IOException if a stream fails
  @Exercise("4.2")
  public void copy(InputStream source, OutputStream copy) throws IOException {
    throw new ExerciseNotDone("4.2");
  }
}
