package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import security.UntrustedPluginException.Reason;

/// All files of a plugin's folder, and a signature of the list. Immutable.
///
/// It is a text, so that a person can read it and a diff can show it:
///
/// ```
/// signed plugin 1
/// key MCowBQYDK2VwAyEA...
/// file 9f86d081... 1204 r lib/calculator.jar
/// file 2c26b46b... 310 r plugin.yaml
/// signature Vb1...
/// ```
///
/// The signature is of all bytes before its own line, the form's name among them, so that a
/// signature of something else never fits. It is checked before any line is believed. The order of
/// the files is that of their paths, each is there once: one list has one text.
///
/// @param key whose signature it is; whether that one is trusted is another question
/// @param files the files, by path; `plugin.yaml` is among them
public record SignedManifest(VerifyKey key, List<SignedFile> files) {
  /// The name of its file in a plugin's folder. It lists all files but itself.
  public static final String FILE_NAME = "plugin.signed";

  /// More files no plugin may have.
  static final int FILE_LIMIT = 10_000;

  /// No honest one is longer.
  static final int LIMIT_BYTES = 4 << 20;

  private static final String FORMAT = "signed plugin 1";
  private static final String KEY = "key ";
  private static final String SIGNATURE = "signature ";

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if it is empty or too long, or not in the order of the paths,
  ///   or has one of them twice
  public SignedManifest(VerifyKey key, List<SignedFile> files) {
    this.key = key;
    this.files = List.copyOf(files);
    if (files.isEmpty() || files.size() > FILE_LIMIT) {
      throw new IllegalArgumentException(
          "%d files, expected 1 to %d".formatted(files.size(), FILE_LIMIT));
    }
    String before = "";
    for (SignedFile file : files) {
      if (file.path().compareTo(before) <= 0) {
        throw new IllegalArgumentException(
            "not in order at %s".formatted(PlainText.of(file.path())));
      }
      before = file.path();
    }
  }

  /// The manifest of those files with that key's signature, as the bytes of its file.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static byte[] sign(SigningKey key, Collection<SignedFile> files) {
    List<SignedFile> sorted = new ArrayList<>(files);
    sorted.sort((left, right) -> left.path().compareTo(right.path()));
    byte[] body = new SignedManifest(key.verifyKey(), sorted).body();
    String end = SIGNATURE + Base64.getEncoder().encodeToString(key.sign(body)) + "\n";
    byte[] signed = Arrays.copyOf(body, body.length + end.length());
    System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, signed, body.length, end.length());
    return signed;
  }

  private byte[] body() {
    String lines = files.stream().map(SignedFile::line).collect(Collectors.joining("\n"));
    String encoded = Base64.getEncoder().encodeToString(key.encoded());
    return "%s\n%s%s\n%s\n".formatted(FORMAT, KEY, encoded, lines).getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a manifest and checks its signature.
  ///
  /// @param bytes all bytes of the file
  /// @throws UntrustedPluginException MALFORMED if it is none, BAD_SIGNATURE if it was changed
  public static SignedManifest read(byte[] bytes) {
    int end = signatureStart(bytes);
    byte[] body = Arrays.copyOf(bytes, end);
    byte[] signature = signature(bytes, end);
    List<String> lines = text(body).lines().toList();
    if (lines.size() < 2 || !lines.getFirst().equals(FORMAT)) {
      throw malformed("\"%s\" in line 1".formatted(FORMAT), "another line");
    }
    VerifyKey key = key(lines.get(1));
    if (!key.verifies(body, signature)) {
      throw new UntrustedPluginException(
          Reason.BAD_SIGNATURE, FILE_NAME, "a signature by the key " + key.id(), "another one");
    }
    SignedManifest manifest = ofLines(key, lines.subList(2, lines.size()));
    if (!Arrays.equals(manifest.body(), body)) {
      throw malformed("the one text of its files", "another text");
    }
    return manifest;
  }

  /// Where the last line begins.
  private static int signatureStart(byte[] bytes) {
    if (bytes.length > LIMIT_BYTES) {
      throw malformed("at most " + LIMIT_BYTES + " bytes", "more");
    }
    int start = bytes.length - 1;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    if (start <= 0 || bytes[bytes.length - 1] != '\n') {
      throw malformed("a last line \"signature ...\"", "an unfinished text");
    }
    return start;
  }

  private static byte[] signature(byte[] bytes, int start) {
    String line = new String(bytes, start, bytes.length - start - 1, StandardCharsets.ISO_8859_1);
    if (!line.startsWith(SIGNATURE)) {
      throw malformed("a last line \"signature ...\"", line);
    }
    return base64(line, SIGNATURE);
  }

  private static VerifyKey key(String line) {
    if (!line.startsWith(KEY)) {
      throw malformed("\"key ...\" in line 2", line);
    }
    try {
      return VerifyKey.of(base64(line, KEY));
    } catch (IllegalArgumentException e) {
      throw malformed("an Ed25519 key in line 2", String.valueOf(e.getMessage()));
    }
  }

  private static byte[] base64(String line, String prefix) {
    try {
      return Base64.getDecoder().decode(line.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      throw malformed("base64 after \"%s\"".formatted(prefix.strip()), line);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("UTF-8", "other bytes");
    }
  }

  private static SignedManifest ofLines(VerifyKey key, List<String> lines) {
    List<SignedFile> files = new ArrayList<>();
    for (String line : lines) {
      files.add(
          SignedFile.parse(line)
              .orElseThrow(() -> malformed("\"file <sha256> <size> <r|x> <path>\"", line)));
    }
    try {
      return new SignedManifest(key, files);
    } catch (IllegalArgumentException e) {
      throw malformed("files in the order of their paths", String.valueOf(e.getMessage()));
    }
  }

  private static UntrustedPluginException malformed(String expected, String found) {
    return new UntrustedPluginException(Reason.MALFORMED, FILE_NAME, expected, found);
  }

  /// Makes sure that a folder has exactly the signed files.
  ///
  /// Exercise 4.2. A file that was not signed may be the first on the class path, and one that is
  /// gone may be the one that checks the others. Both are an [UntrustedPluginException] with the
  /// file's path: [Reason#EXTRA] for one that is there and not in [#files], [Reason#MISSING] for
  /// one that is in [#files] and not there. Paths are compared letter for letter. If there are
  /// several, it is the same one each time: the extra ones before the missing ones, and of each the
  /// first by [String#compareTo].
  ///
  /// @param found the paths of all files in the folder, without the manifest's own, in any order
  /// @throws UntrustedPluginException for the first file that is too much, or missing
  @Exercise("4.2")
  public void requireExactly(Set<String> found) {
    throw new ExerciseNotDone("4.2");
  }
}
