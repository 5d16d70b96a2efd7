package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import basics.Logging;
import contract.Calculator;
import extensions.PluginCatalog;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginNotReadyException;
import extensions.PluginReadiness;
import extensions.PluginRegistry;
import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.PluginSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signed plugins as real processes of a registry.
@Timeout(120)
class SignedPluginsTest {
  private static final Duration LONG = Duration.ofSeconds(40);

  private final SigningKey own = SigningKey.generate();
  private final TrustStore trust =
      TrustStore.EMPTY.trusting(TrustTier.OWN, "release", own.verifyKey());
  @TempDir private Path folder;
  private Path plugins = Path.of("");
  private Path copies = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    copies = Files.createDirectory(folder.resolve("copies"));
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  private static ClientConfig config(PluginManifest manifest) {
    return manifest
        .config(new HandshakeConfig(1, HelperPlugin.COOKIE))
        .plugins(PluginSet.of("channel", Channel.class, DispenseContext::channel))
        .startTimeout(Duration.ofSeconds(30))
        .build();
  }

  private SignedPlugins.Builder signed() {
    return SignedPlugins.builder(trust).copiesIn(copies);
  }

  private PluginRegistry registry(SignedPlugins signed) throws IOException {
    return PluginRegistry.builder(
            PluginCatalog.discover(plugins), signed.only(SignedPluginsTest::config))
        .open();
  }

  private static double add(PluginHandle plugin) {
    Calculator calculator = plugin.client(CalculatorClient::new);
    calculator.initialize();
    return calculator.add(20, 22);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> walk = Files.walk(copies, 2)) {
      return walk.filter(path -> path.getNameCount() == copies.getNameCount() + 2)
          .filter(Files::isDirectory)
          .toList();
    }
  }

  @Test
  void startsAReadOnlyCopyThatGoesWithItsProcess() throws IOException {
    SignedFolder.make(plugins, "calculator").sign(own);
    List<PluginVerdict> verdicts = new ArrayList<>();
    try (SignedPlugins signed = signed().listener(verdicts::add).open();
        PluginRegistry registry = registry(signed)) {
      PluginHandle plugin = registry.plugin("calculator").awaitReady(LONG);

      assertThat(add(plugin)).isEqualTo(42);
      assertThat(verdicts).extracting(PluginVerdict::isTrusted).containsExactly(true);
      assertThat(verdicts.getFirst().signer())
          .contains(new TrustStore.Signer("release", TrustTier.OWN));
      Path copy = folders().getFirst();
      String pid = plugin.snapshot().process().orElseThrow().id();
      assertThat(Path.of("/proc", pid, "cwd").toRealPath()).isEqualTo(copy.toRealPath());
      assertThat(mode(copy)).isEqualTo("r-x------");
      assertThat(mode(copy.resolve("lib"))).isEqualTo("r-x------");
      assertThat(mode(copy.resolve(SignedFolder.JAR))).isEqualTo("r--------");
      assertThat(mode(copy.resolve(SignedFolder.SCRIPT))).isEqualTo("r-x------");

      ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      assertThat(process.destroyForcibly()).isTrue();

      await().atMost(LONG).untilAsserted(() -> assertThat(folders()).isEmpty());
    }
    assertThat(copies).isEmptyDirectory();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void refusesOnePluginAndRunsTheOthers() throws IOException {
    SignedFolder.make(plugins, "calculator").sign(own);
    SignedFolder.make(plugins, "unsigned");
    SignedFolder.make(plugins, "stranger").sign(SigningKey.generate());
    try (SignedPlugins signed = signed().open();
        PluginRegistry registry = registry(signed)) {
      assertThatThrownBy(() -> registry.startAll(LONG))
          .isInstanceOf(PluginNotReadyException.class)
          .hasMessageContaining("stranger")
          .hasMessageContaining("own")
          .satisfies(
              e ->
                  assertThat(e.getSuppressed())
                      .singleElement()
                      .asInstanceOf(
                          InstanceOfAssertFactories.throwable(PluginNotReadyException.class))
                      .hasMessageContaining("is not signed"));

      assertThat(add(registry.plugin("calculator"))).isEqualTo(42);
      assertThat(registry.plugin("unsigned").snapshot().readiness())
          .isEqualTo(PluginReadiness.FAILED);
      assertThat(folders()).hasSize(1);
    }
  }

  @Test
  void swapsToAVersionThatIsSigned() throws IOException {
    SignedFolder calculator = SignedFolder.make(plugins, "calculator").sign(own);
    try (SignedPlugins signed = signed().open();
        PluginRegistry registry = registry(signed)) {
      PluginHandle plugin = registry.plugin("calculator").awaitReady(LONG);
      String yaml = Files.readString(calculator.file(PluginManifest.FILE_NAME));
      calculator.write(PluginManifest.FILE_NAME, yaml.replace("1.0.0", "1.1.0"));

      assertThatThrownBy(() -> registry.swap("calculator"))
          .hasRootCauseInstanceOf(UntrustedPluginException.class);
      assertThat(add(plugin)).isEqualTo(42);

      calculator.sign(own);
      assertThat(registry.swap("calculator").to()).hasToString("1.1.0");
      assertThat(add(plugin)).isEqualTo(42);
    }
  }

  @Test
  void aListenerThatThrowsForbidsTheStart() throws IOException {
    SignedFolder.make(plugins, "calculator").sign(own);
    try (SignedPlugins signed =
            signed()
                .listener(
                    verdict -> {
                      throw new IllegalStateException("the audit log is full");
                    })
                .open();
        PluginRegistry registry = registry(signed)) {
      assertThatThrownBy(() -> registry.startAll(LONG)).hasMessageContaining("log is full");
      assertThat(folders()).isEmpty();
    }
  }

  @Test
  void theNextHostRemovesWhatAKilledOneHasLeft() throws Exception {
    SignedFolder.make(plugins, "calculator").sign(own);
    Process host =
        new ProcessBuilder(Helper.command(HostThatDies.class, copies.toString()))
            .redirectErrorStream(true)
            .start();
    assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isEqualTo(HostThatDies.EXIT);
    assertThat(folders()).hasSize(1);

    try (SignedPlugins living = signed().open();
        SignedPlugins second = signed().open()) {
      assertThat(folders()).isEmpty();
      try (Stream<Path> places = Files.list(copies)) {
        assertThat(places).as("the two that live").hasSize(2);
      }
      assertThat(List.of(living, second)).doesNotContainNull();
    }
    assertThat(copies).isEmptyDirectory();
  }

  /// A host that has made a copy and is gone with no time to clean up.
  static final class HostThatDies {
    static final int EXIT = 9;

    private HostThatDies() {}

    public static void main(String[] args) throws IOException {
      PrivateCopies copies = PrivateCopies.open(Path.of(args[0]));
      Path copy = copies.fresh("calculator");
      Files.writeString(copy.resolve("plugin.yaml"), "name: calculator");
      FolderTree.mode(copy, "r-x------");
      Runtime.getRuntime().halt(EXIT);
    }
  }

  @Test
  void otherPermissionsAreAnotherPlugin() throws IOException {
    SignedFolder calculator = SignedFolder.make(plugins, "calculator");
    PluginManifest known = calculator.manifest();
    String yaml = Files.readString(calculator.file(PluginManifest.FILE_NAME));
    calculator.write(PluginManifest.FILE_NAME, yaml.replace("512MB", "900GB"));
    calculator.sign(own);
    try (SignedPlugins signed = signed().open()) {
      assertThat(signed.check(known).refusal().orElseThrow())
          .hasMessageContaining("is not what the host has read before")
          .hasMessageContaining("memory=[900GB]")
          .hasMessageContaining("memory=[512MB]");
      assertThat(signed.check(calculator.manifest()).isTrusted()).isTrue();
    }
  }

  @Test
  void hostsThatBeginAtOnceLeaveEachOtherAlone() throws Exception {
    List<Process> hosts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      hosts.add(
          new ProcessBuilder(Helper.command(HostsInARow.class, copies.toString()))
              .inheritIO()
              .start());
    }
    for (Process host : hosts) {
      assertThat(host.waitFor(90, TimeUnit.SECONDS)).isTrue();
      assertThat(host.exitValue()).isZero();
    }
    assertThat(copies).isEmptyDirectory();
  }

  /// Many short lives of a host's private place.
  static final class HostsInARow {
    private HostsInARow() {}

    public static void main(String[] args) throws IOException {
      for (int i = 0; i < 400; i++) {
        try (PrivateCopies copies = PrivateCopies.open(Path.of(args[0]))) {
          Path ignored = copies.fresh("calculator");
        }
      }
    }
  }
}
