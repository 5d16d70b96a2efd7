package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureConfigTest {
  private static final String SCRIPT =
      "#!/bin/sh\necho '1|1|unix|/tmp/no-such-socket|grpc|'\nexec sleep 300\n";

  @TempDir private Path folder;
  private Path plugin = Path.of("");

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @BeforeEach
  void writePlugin() throws IOException {
    plugin = Files.writeString(folder.resolve("plugin.sh"), SCRIPT);
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
  }

  @Test
  @Tag("F20")
  @Tag("case-24")
  void startsTheApprovedFile() throws Exception {
    SecureConfig approved = new SecureConfig(sha256(SCRIPT), "SHA-256");

    assertStarts(List.of(plugin.toString()), folder, approved);
  }

  @Test
  void acceptsCapitalDigitsAndOtherAlgorithms() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-512").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
    SecureConfig approved =
        new SecureConfig(HexFormat.of().withUpperCase().formatHex(digest), "SHA-512");

    assertThatCode(() -> approved.requireMatch(plugin)).doesNotThrowAnyException();
  }

  /// The file that would run counts, not one of that name in the host's own directory.
  @Test
  void looksForTheFileWhereTheSystemDoes() throws Exception {
    assertStarts(List.of("./plugin.sh"), folder, new SecureConfig(sha256(SCRIPT), "SHA-256"));
    Path shell = ExecutableFacts.locate("sh", Optional.empty()).orElseThrow();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(shell));
    assertStarts(
        List.of("sh", plugin.toString()),
        folder,
        new SecureConfig(HexFormat.of().formatHex(digest), "SHA-256"));
  }

  private static void assertStarts(List<String> command, Path folder, SecureConfig approved) {
    ClientConfig config =
        Helper.config(command)
            .workingDirectory(folder)
            .killTimes(Helper.IMPATIENT)
            .secure(approved)
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatCode(client::start).doesNotThrowAnyException();
    }
  }

  @Test
  @Tag("F20")
  @Tag("case-24")
  void doesNotStartAnotherFile() throws Exception {
    Path marker = folder.resolve("started");
    Files.writeString(plugin, "#!/bin/sh\necho > " + marker + "\n");

    assertRefused(new SecureConfig(sha256(SCRIPT), "SHA-256"), "checksums did not match");
    assertThat(marker).doesNotExist();
  }

  @Test
  @Tag("F20")
  void refusesAMissingChecksum() {
    assertRefused(new SecureConfig(" ", "SHA-256"), "no checksum is configured");
  }

  @Test
  @Tag("F20")
  void refusesAnUnknownAlgorithm() throws Exception {
    assertRefused(new SecureConfig(sha256(SCRIPT), ""), "no such hash algorithm");
    assertRefused(new SecureConfig(sha256(SCRIPT), "CRC"), "\"CRC\"");
  }

  @Test
  void refusesAChecksumThatIsNone() {
    assertRefused(new SecureConfig("not hex", "SHA-256"), "not hexadecimal");
  }

  @Test
  @Tag("F20")
  void refusesAFileThatItCannotRead() throws Exception {
    Files.delete(plugin);

    assertRefused(new SecureConfig(sha256(SCRIPT), "SHA-256"), "cannot read");
  }

  private void assertRefused(SecureConfig secure, String message) {
    ClientConfig config = Helper.config(List.of(plugin.toString())).secure(secure).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(ChecksumException.class)
          .hasMessageContaining(message);
      assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
