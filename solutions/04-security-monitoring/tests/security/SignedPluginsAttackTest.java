package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import attack.Attack;
import attack.Control;
import basics.CalculatorClient;
import basics.Logging;
import basics.PluginException;
import contract.Calculator;
import extensions.PluginManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import security.UntrustedPluginException.Reason;

/// What someone tries who may write to a plugin's folder and has no key that the host trusts.
@Timeout(120)
class SignedPluginsAttackTest {
  /// A byte of a jar that no one reads: the jar works whatever it is.
  private static final int TIME_OF_FIRST_ENTRY = 10;

  private final SigningKey own = SigningKey.generate();
  private final TrustStore trust =
      TrustStore.EMPTY.trusting(TrustTier.OWN, "release", own.verifyKey());
  @TempDir private Path folder;
  private SignedFolder calculator = new SignedFolder(Path.of(""));

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void signAPlugin() throws IOException {
    calculator = SignedFolder.make(folder, "calculator").sign(own);
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  private SignedPlugins.Builder signed() {
    return SignedPlugins.builder(trust).copiesIn(folder);
  }

  /// Refused, with that reason, that file, and both values.
  private UntrustedPluginException refusal(Reason reason, String file) {
    try (SignedPlugins signed = signed().open()) {
      Optional<UntrustedPluginException> refusal = signed.check(calculator.manifest()).refusal();
      assertThat(refusal).as("refused").isPresent();
      UntrustedPluginException told = refusal.orElseThrow();
      assertThat(told.reason()).as(told.getMessage()).isEqualTo(reason);
      assertThat(told.file()).endsWith(file);
      assertThat(told.getMessage())
          .contains(file, "expected  " + told.expected(), "found     " + told.found());
      return told;
    }
  }

  @Test
  void thePluginThatNoOneTouchedIsTrusted() {
    try (SignedPlugins signed = signed().open()) {
      assertThat(signed.check(calculator.manifest()).isTrusted()).isTrue();
    }
  }

  @Test
  @Attack(
      value = "plugin swapped between check and start",
      defence = "what starts is the verified copy",
      exercise = "4.2")
  void filesSwappedBetweenCheckAndStartHaveNoEffect() throws IOException {
    Path mark = folder.resolve("evil-ran");
    try (SignedPlugins signed =
        signed().listener(verdict -> swapAll("touch '" + mark + "'; exit 1")).open()) {
      PluginClient client =
          PluginClient.of(
              signed.only(SignedPluginsAttackTest::config).apply(calculator.manifest()));
      assertRuns(client);
      assertThat(mark).doesNotExist();
      assertThat(Files.readString(calculator.file(SignedFolder.JAR))).isEqualTo("no jar");
    }
    await("no copy is left")
        .untilAsserted(
            () -> assertThat(folder).isDirectoryNotContaining("glob:**verified-plugins-*"));
  }

  private static ClientConfig config(PluginManifest manifest) {
    return manifest
        .config(new HandshakeConfig(1, HelperPlugin.COOKIE))
        .plugins(
            PluginSet.of(
                "calculator", Calculator.class, context -> new CalculatorClient(context.channel())))
        .startTimeout(Duration.ofSeconds(30))
        .build();
  }

  private static void assertRuns(PluginClient client) {
    try (client) {
      Calculator started = client.dispense("calculator", Calculator.class);
      started.initialize();
      assertThat(started.add(20, 22)).isEqualTo(42);
    }
  }

  @Test
  @Control("plugin swapped between check and start")
  void withoutACopyWhatWasSwappedRuns() {
    PluginManifest manifest = calculator.manifest();
    try (SignedPlugins signed = signed().open()) {
      assertThat(signed.check(manifest).isTrusted()).isTrue();
    }
    assertRunsUnchecked(manifest, this::swapAll);
  }

  @Test
  @Control("a manifest signed by an unknown key")
  void withoutATrustStoreAnyonesPluginRuns() {
    assertRunsUnchecked(
        calculator.manifest(),
        script -> {
          swapScript(script);
          SignedFolder _ = calculator.sign(SigningKey.generate());
        });
  }

  private void assertRunsUnchecked(PluginManifest manifest, Consumer<String> change) {
    Path mark = folder.resolve("evil-ran");
    change.accept("touch '" + mark + "'; exit 1");
    try (PluginClient client = PluginClient.of(config(manifest))) {
      assertThatThrownBy(() -> client.dispense("calculator", Calculator.class))
          .isInstanceOf(PluginException.class);
    }
    assertThat(mark).exists();
  }

  @Test
  @Control({
    "one byte changed in a jar",
    "a file added",
    "a symbolic link out of the plugin's folder"
  })
  void withoutTheSignedListNoOneNotices() throws IOException {
    byte[] jar = Files.readAllBytes(calculator.file(SignedFolder.JAR));
    jar[TIME_OF_FIRST_ENTRY] ^= 1;
    Path outside = Files.write(folder.resolve("outside.jar"), jar);
    Files.delete(calculator.file(SignedFolder.JAR));
    Path _ = Files.createSymbolicLink(calculator.file(SignedFolder.JAR), outside);
    calculator.write("lib/aaa.jar", "first on the class path");

    assertRuns(PluginClient.of(config(calculator.manifest())));
  }

  private void swapScript(String script) {
    try {
      calculator.script(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void swapAll(String script) {
    swapScript(script);
    try {
      calculator.write(SignedFolder.JAR, "no jar");
      calculator.write(
          PluginManifest.FILE_NAME, "name: evil\nkind: x\nversion: 1.0.0\ncommand: [false]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Attack(
      value = "one byte changed in a jar",
      defence = "the signed list has the hash of each file",
      exercise = "4.2")
  void oneByteOfAJar() throws IOException {
    byte[] good = Files.readAllBytes(calculator.file(SignedFolder.JAR));
    for (int at : new int[] {TIME_OF_FIRST_ENTRY, good.length / 2, good.length - 1}) {
      byte[] jar = good.clone();
      jar[at] ^= 1;
      Files.write(calculator.file(SignedFolder.JAR), jar);

      UntrustedPluginException refusal = refusal(Reason.CHANGED, SignedFolder.JAR);
      assertThat(refusal.found()).isEqualTo(Sha256.hex(jar)).isNotEqualTo(refusal.expected());
    }
  }

  @Test
  void aFileMadeLonger() throws IOException {
    calculator.script("touch evil; exec true");

    UntrustedPluginException refusal = refusal(Reason.CHANGED, SignedFolder.SCRIPT);
    assertThat(refusal.expected()).contains("bytes");
  }

  @Test
  @Attack(value = "a file added", defence = "the signed list has all files", exercise = "4.2")
  void aFileAdded() throws IOException {
    calculator.write("lib/aaa.jar", "first on the class path");

    UntrustedPluginException _ = refusal(Reason.EXTRA, "lib/aaa.jar");
  }

  @Test
  void aFolderAdded() throws IOException {
    Files.createDirectory(calculator.file("conf"));

    UntrustedPluginException _ = refusal(Reason.EXTRA, "conf");
  }

  @Test
  void aFileRemoved() throws IOException {
    Files.delete(calculator.file(SignedFolder.JAR));

    UntrustedPluginException _ = refusal(Reason.MISSING, SignedFolder.JAR);
  }

  @Test
  void noSignatureAtAll() throws IOException {
    Files.delete(calculator.file(SignedManifest.FILE_NAME));

    UntrustedPluginException _ = refusal(Reason.UNSIGNED, "calculator");
  }

  @Test
  @Attack(
      value = "a manifest signed by an unknown key",
      defence = "only keys of the trust store count",
      exercise = "4.2")
  void signedByAnUnknownKey() throws IOException {
    calculator.script("exec evil");
    SigningKey stranger = SigningKey.generate();
    SignedFolder _ = calculator.sign(stranger);

    assertThat(refusal(Reason.TIER_REFUSED, "calculator").found())
        .contains("unknown", stranger.verifyKey().id());
  }

  @Test
  void signedByAPartnerWhereOnlyOwnPluginsStart() {
    SigningKey partner = SigningKey.generate();
    SignedFolder _ = calculator.sign(partner);
    TrustStore both = trust.trusting(TrustTier.PARTNER, "acme", partner.verifyKey());
    PluginManifest manifest = calculator.manifest();

    try (SignedPlugins own = SignedPlugins.builder(both).copiesIn(folder).open();
        SignedPlugins partners =
            SignedPlugins.builder(both)
                .allow(TrustTier.OWN, TrustTier.PARTNER)
                .copiesIn(folder)
                .open()) {
      assertThat(own.check(manifest).refusal().orElseThrow()).hasMessageContaining("acme");
      assertThat(partners.check(manifest).isTrusted()).isTrue();
    }
  }

  @Test
  void theOldSignatureUnderANewList() throws IOException {
    calculator.script("exec evil");
    Path signed = calculator.file(SignedManifest.FILE_NAME);
    String old = Files.readString(signed);
    SignedFolder _ = calculator.sign(SigningKey.generate());
    String fresh = Files.readString(signed);
    Files.writeString(
        signed,
        fresh
            .replaceFirst("key .*", line(old, "key "))
            .replaceFirst("signature .*", line(old, "signature ")));

    UntrustedPluginException _ = refusal(Reason.BAD_SIGNATURE, SignedManifest.FILE_NAME);
  }

  private static String line(String text, String prefix) {
    return text.lines().filter(line -> line.startsWith(prefix)).findFirst().orElseThrow();
  }

  @Test
  @Attack(
      value = "a symbolic link out of the plugin's folder",
      defence = "links out are not signed",
      exercise = "4.2")
  void aLinkThatLeadsOut() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.jar"), "to be changed later");
    Files.delete(calculator.file(SignedFolder.JAR));
    Path _ = Files.createSymbolicLink(calculator.file(SignedFolder.JAR), outside);

    assertThat(refusal(Reason.LINK, SignedFolder.JAR).found()).contains(outside.toString());
  }

  @Test
  void aFolderThatIsALinkOut() throws IOException {
    Path outside = folder.resolve("outside");
    Files.move(calculator.file("lib"), outside);
    Path _ = Files.createSymbolicLink(calculator.file("lib"), outside);

    UntrustedPluginException _ = refusal(Reason.LINK, "lib");
  }

  @Test
  void aHardLink() throws IOException {
    Path other = folder.resolve("other-name.jar");
    Path _ = Files.createLink(other, calculator.file(SignedFolder.JAR));

    assertThat(refusal(Reason.HARD_LINK, SignedFolder.JAR).found()).isEqualTo("2 names");
  }

  @Test
  void aPipeThatWouldNeverEnd() throws Exception {
    Files.delete(calculator.file(SignedFolder.JAR));
    Process pipe =
        new ProcessBuilder("mkfifo", calculator.file(SignedFolder.JAR).toString()).start();
    assertThat(pipe.waitFor()).isZero();

    UntrustedPluginException _ = refusal(Reason.SPECIAL_FILE, SignedFolder.JAR);
  }

  @Test
  void aPipeInThePlaceOfTheSignature() throws Exception {
    Files.delete(calculator.file(SignedManifest.FILE_NAME));
    Process pipe =
        new ProcessBuilder("mkfifo", calculator.file(SignedManifest.FILE_NAME).toString()).start();
    assertThat(pipe.waitFor()).isZero();

    UntrustedPluginException _ = refusal(Reason.SPECIAL_FILE, SignedManifest.FILE_NAME);
  }

  @Test
  void anotherCommandWhileTheHostReadsItsPlugins() throws IOException {
    String yaml = Files.readString(calculator.file(PluginManifest.FILE_NAME));
    calculator.write(PluginManifest.FILE_NAME, yaml.replace(SignedFolder.SCRIPT, "/bin/evil"));
    PluginManifest read = calculator.manifest();
    calculator.write(PluginManifest.FILE_NAME, yaml);

    try (SignedPlugins signed = signed().open()) {
      assertThat(signed.check(read).refusal().orElseThrow().reason())
          .isEqualTo(Reason.OTHER_MANIFEST);
    }
  }

  @Test
  void aCommandThatLeadsBackToTheOriginal() throws IOException {
    String yaml = Files.readString(calculator.file(PluginManifest.FILE_NAME));
    calculator.write(
        PluginManifest.FILE_NAME,
        yaml.replace("[bin/run.sh]", "[java, -jar, %s]".formatted(calculator.file("x.jar"))));
    SignedFolder _ = calculator.sign(own);

    UntrustedPluginException _ = refusal(Reason.ABSOLUTE_PATH, PluginManifest.FILE_NAME);
  }

  @Test
  void aNameThatWritesToTheTerminal() throws IOException {
    calculator.write("lib/\u001b[2J.jar", "x");

    try (SignedPlugins signed = signed().open()) {
      UntrustedPluginException refusal =
          signed.check(calculator.manifest()).refusal().orElseThrow();
      assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
      assertThat(refusal.getMessage()).contains("\\u001B").doesNotContain("\u001b");
    }
  }
}
