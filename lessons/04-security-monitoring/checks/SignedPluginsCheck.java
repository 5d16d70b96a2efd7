import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import security.SignedFile;
import security.SignedManifest;
import security.SigningKey;
import security.UntrustedPluginException;
import security.UntrustedPluginException.Reason;

/// The two halves of the check: are these the files, and are these their bytes?
@Tag("4.2")
@DisplayName("4.2 SignedFile.copy and SignedManifest.requireExactly")
class SignedPluginsCheck {
  private static final String PATH = "lib/calculator.jar";

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedFile signed(byte[] bytes) {
    return new SignedFile(PATH, bytes.length, sha256(bytes), false);
  }

  /// A refused copy: what came of it, and what was written until then.
  private static UntrustedPluginException refused(String what, SignedFile file, InputStream now) {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Throwable thrown = catchThrowable(() -> file.copy(now, copy));
    assertThat(thrown)
        .as("%s: copy must throw UntrustedPluginException", what)
        .isInstanceOf(UntrustedPluginException.class);
    UntrustedPluginException refusal = (UntrustedPluginException) thrown;
    assertThat(refusal.reason()).as("%s: the reason", what).isEqualTo(Reason.CHANGED);
    assertThat(refusal.file()).as("%s: the file that is named", what).isEqualTo(PATH);
    assertThat((long) copy.size())
        .as("%s: how many bytes were written; %d were signed", what, file.size())
        .isLessThanOrEqualTo(file.size());
    return refusal;
  }

  @ParameterizedTest(name = "{0} bytes", quoteTextArguments = false)
  @ValueSource(ints = {0, 1, 100, 8192, 65_536, 65_537, 300_000})
  @DisplayName("copy: the bytes that were signed arrive as they are")
  void copiesWhatWasSigned(int size) throws IOException {
    byte[] content = bytes(size);
    Output copy = new Output();

    signed(content).copy(new ByteArrayInputStream(content), copy);

    assertThat(copy.toByteArray()).as("the copy of %d bytes", size).isEqualTo(content);
    assertThat(copy.closed).as("whether copy closed the stream; its caller does").isFalse();
  }

  @Test
  @DisplayName("copy: a source that gives a few bytes at a time is no other source")
  void copiesFromASlowSource() throws IOException {
    byte[] content = bytes(3000);
    Slow source = new Slow(content);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();

    Throwable thrown = catchThrowable(() -> signed(content).copy(source, copy));

    assertThat(thrown).as("each read gives 1 to 7 bytes; all of them were signed").isNull();
    assertThat(copy.toByteArray()).as("the copy").isEqualTo(content);
    assertThat(source.closed).as("whether copy closed the source; its caller does").isFalse();
  }

  @ParameterizedTest(name = "byte {0} of 200,000", quoteTextArguments = false)
  @ValueSource(ints = {0, 1, 65_535, 65_536, 100_000, 199_999})
  @DisplayName("copy: one changed byte is found, wherever it is")
  void findsOneByte(int at) {
    byte[] content = bytes(200_000);
    byte[] changed = content.clone();
    changed[at] ^= 1;

    UntrustedPluginException refusal =
        refused(
            "byte %d is another one".formatted(at),
            signed(content),
            new ByteArrayInputStream(changed));

    assertThat(refusal.expected()).as("expected: what was signed").isEqualTo(sha256(content));
    assertThat(refusal.found()).as("found: the digest of what came").isEqualTo(sha256(changed));
  }

  @ParameterizedTest(name = "{0} bytes signed, {1} there", quoteTextArguments = false)
  @CsvSource({"1000, 999", "1000, 0", "1000, 1001", "1000, 200000", "0, 1", "65536, 65537"})
  @DisplayName("copy: more or fewer bytes are refused, and no more are written than were signed")
  void findsAnotherLength(int size, int now) {
    byte[] there = bytes(Math.max(size, now));

    UntrustedPluginException refusal =
        refused(
            "%d bytes were signed, %d are there".formatted(size, now),
            signed(Arrays.copyOf(there, size)),
            new ByteArrayInputStream(there, 0, now));

    assertThat(refusal.expected()).as("expected and found differ").isNotEqualTo(refusal.found());
  }

  @Test
  @DisplayName("copy: a source without end is left soon")
  void leavesAnEndlessSource() {
    Endless source = new Endless();

    UntrustedPluginException _ =
        refused("the source never ends, 1000 bytes were signed", signed(bytes(1000)), source);
  }

  @Test
  @DisplayName("copy: a disk that fails is an IOException, and no attack")
  void letsFailuresThrough() {
    byte[] content = bytes(1000);
    InputStream broken = new Broken();

    assertThat(catchThrowable(() -> signed(content).copy(broken, OutputStream.nullOutputStream())))
        .as("the source throws an IOException")
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @ParameterizedTest(name = "signed [{0}], there [{1}]: {2} {3}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "a b c; c a b; ; ",
        "a; a; ; ",
        "a b; a b c; EXTRA; c",
        "a b; a; MISSING; b",
        "a b; ''; MISSING; a",
        "a b; a c; EXTRA; c",
        "b c; a b; EXTRA; a",
        "m; z y x m; EXTRA; x",
        "a b c d; d; MISSING; a",
        "m n; x a; EXTRA; a",
        "lib/a.jar; lib/A.jar; EXTRA; lib/A.jar",
        "lib/a.jar; a.jar; EXTRA; a.jar",
        "lib/a.jar; lib/a.jar lib/a.jar.bak; EXTRA; lib/a.jar.bak",
      })
  @DisplayName("requireExactly: the same files, no more and no less")
  void wantsExactlyTheSignedFiles(String files, String there, String reason, String named) {
    SignedManifest manifest = manifest(files.split(" "));
    Set<String> found = new LinkedHashSet<>(Stream.of(there.split(" ")).toList());
    found.remove("");

    Throwable thrown = catchThrowable(() -> manifest.requireExactly(found));

    String what = "signed [%s], there [%s]".formatted(files, there);
    if (reason == null) {
      assertThat(thrown).as("%s: this is right", what).isNull();
      return;
    }
    assertThat(thrown)
        .as("%s: requireExactly must throw UntrustedPluginException", what)
        .isInstanceOf(UntrustedPluginException.class);
    UntrustedPluginException refusal = (UntrustedPluginException) thrown;
    assertThat(refusal.reason() + " " + refusal.file())
        .as("%s: the reason and the file", what)
        .isEqualTo(reason + " " + named);
    assertThat(found)
        .as("%s: the caller's set is the caller's", what)
        .hasSize(there.isEmpty() ? 0 : there.split(" ").length);
  }

  @Test
  @DisplayName("requireExactly: a set that cannot be changed is as good as another one")
  void changesNothing() {
    SignedManifest manifest = manifest("a", "b");

    assertThat(catchThrowable(() -> manifest.requireExactly(Set.of("a", "b"))))
        .as("signed [a b], there [a b], in a set that cannot be changed")
        .isNull();
  }

  private static SignedManifest manifest(String... paths) {
    String sha256 = sha256(new byte[0]);
    List<SignedFile> files =
        Stream.of(paths).map(path -> new SignedFile(path, 0, sha256, false)).toList();
    return new SignedManifest(SigningKey.generate().verifyKey(), files);
  }

  /// Tells whether it was closed.
  private static final class Output extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  /// Gives 1 to 7 bytes a read, as a pipe may.
  private static final class Slow extends InputStream {
    private final InputStream input;
    private final Random random = new Random(7);
    private boolean closed;

    Slow(byte[] content) {
      input = new ByteArrayInputStream(content);
    }

    @Override
    public int read() throws IOException {
      return input.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return input.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /// Fails at once.
  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("the disk is gone");
    }
  }

  /// Never ends, but for a reader that has no end either.
  private static final class Endless extends InputStream {
    private static final long PATIENCE_BYTES = 32 << 20;
    private long given;

    @Override
    public int read() throws IOException {
      given++;
      if (given > PATIENCE_BYTES) {
        throw new IOException("copy has read 32 MiB of a source of which 1000 bytes were signed");
      }
      return 1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      given += length;
      if (given > PATIENCE_BYTES) {
        throw new IOException("copy has read 32 MiB of a source of which 1000 bytes were signed");
      }
      Arrays.fill(buffer, offset, offset + length, (byte) 1);
      return length;
    }
  }
}
