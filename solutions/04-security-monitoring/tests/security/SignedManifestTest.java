package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of the signed manifest, the keys' files, the trust store.
class SignedManifestTest {
  private static final String SHA = "ab".repeat(32);

  private final SigningKey key = SigningKey.generate();
  @TempDir private Path folder;

  private byte[] signed() {
    return SignedManifest.sign(
        key,
        List.of(
            new SignedFile("plugin.yaml", 12, SHA, false),
            new SignedFile("bin/run.sh", 0, SHA, true),
            new SignedFile("lib/für alle.jar", 1L << 40, SHA, false)));
  }

  @Test
  void readsWhatWasSignedInTheOrderOfThePaths() {
    SignedManifest manifest = SignedManifest.read(signed());

    assertThat(manifest.key()).isEqualTo(key.verifyKey());
    assertThat(manifest.files())
        .containsExactly(
            new SignedFile("bin/run.sh", 0, SHA, true),
            new SignedFile("lib/für alle.jar", 1L << 40, SHA, false),
            new SignedFile("plugin.yaml", 12, SHA, false));
  }

  @Test
  void noChangeOfAnyByteGoesUnnoticed() {
    byte[] good = signed();
    Random random = new Random(42);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 + random.nextInt(255));
      Throwable refusal = catchThrowable(() -> SignedManifest.read(bad));

      assertThat(refusal).as("byte %d", at).isInstanceOf(UntrustedPluginException.class);
    }
  }

  @Test
  void noCutAndNoAdditionGoesUnnoticed() {
    byte[] good = signed();
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> SignedManifest.read(cut))
          .as("the first %d bytes", length)
          .isInstanceOf(UntrustedPluginException.class);
    }
    String text = new String(good, StandardCharsets.UTF_8);
    for (String longer :
        List.of(text + "\n", text + text, text.replace("\n", "\r\n"), "\n" + text)) {
      assertThatThrownBy(() -> SignedManifest.read(longer.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(UntrustedPluginException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "a/../x",
        "/x",
        "a//b",
        "a/",
        "a\\b",
        "a\nb",
        "a\u0000",
        "a\u2028b"
      })
  void aPathThatDoesNotLeadDownIsNone(String path) {
    assertThatThrownBy(() -> new SignedFile(path, 1, SHA, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneFileTwiceIsNoList() {
    SignedFile file = new SignedFile("a", 1, SHA, false);

    assertThatThrownBy(() -> SignedManifest.sign(key, List.of(file, file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not in order");
  }

  @Test
  void aCopyIsNeverLongerThanWhatWasSigned() throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    SignedFile file = new SignedFile("a", 100, SHA, false);
    try (ByteArrayInputStream source = new ByteArrayInputStream(new byte[1 << 20])) {
      assertThatThrownBy(() -> file.copy(source, copy))
          .isInstanceOf(UntrustedPluginException.class)
          .hasMessageContaining("100 bytes");
    }
    assertThat(copy.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void keysSurviveTheirFiles() throws IOException {
    Path file = folder.resolve("own.key");
    key.write(file);
    SigningKey read = SigningKey.read(file);

    assertThat(read.verifyKey()).isEqualTo(key.verifyKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> key.write(file))
        .isInstanceOf(SigningKeyException.class)
        .hasMessageContaining("own.key");
  }

  @Test
  void aKeyOfTwoHalvesThatDoNotFitIsRefused() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    key.write(first);
    SigningKey.generate().write(second);
    String mixed =
        Files.readString(first).replaceFirst("(?s)-----BEGIN PUBLIC.*", "")
            + Files.readString(second).replaceFirst("(?s).*(?=-----BEGIN PUBLIC)", "");
    Files.writeString(first, mixed);

    assertThatThrownBy(() -> SigningKey.read(first)).hasMessageContaining("belong together");
  }

  @Test
  void aStoreIsItsFolders() throws IOException {
    SigningKey partner = SigningKey.generate();
    Files.createDirectories(folder.resolve("own"));
    Files.createDirectories(folder.resolve("partner"));
    key.verifyKey().write(folder.resolve("own/release.pem"));
    partner.verifyKey().write(folder.resolve("partner/acme.pem"));
    TrustStore store = TrustStore.load(folder);

    assertThat(store.signer(key.verifyKey()))
        .isEqualTo(new TrustStore.Signer("release", TrustTier.OWN));
    assertThat(store.signer(partner.verifyKey()))
        .isEqualTo(new TrustStore.Signer("acme", TrustTier.PARTNER));
    assertThat(store.signer(SigningKey.generate().verifyKey()).tier()).isEqualTo(TrustTier.UNKNOWN);

    key.verifyKey().write(folder.resolve("partner/again.pem"));
    assertThatThrownBy(() -> TrustStore.load(folder))
        .isInstanceOf(SigningKeyException.class)
        .hasMessageContaining("again.pem")
        .hasMessageContaining("release");
  }
}
