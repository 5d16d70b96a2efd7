package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.HandshakeException;
import basics.ListeningServer;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import basics.TransportSecurity;
import basics.UnixListener;
import contract.Calculator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lifecycle.ClientConfig;
import lifecycle.HostSecurity;
import lifecycle.PluginClient;
import lifecycle.PluginSecurity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS with certificates from files.
class ManualTlsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeCertificates() throws IOException {
    Logging.toStderr();
    for (String name : List.of("host", "plugin", "stranger")) {
      TestAuthority.write(ThrowawayCertificate.make(Instant.now()), folder.resolve(name));
    }
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F19")
  @Tag("case-26")
  void callsPluginWhoseCertificateItTrusts() {
    HostSecurity host = ManualTls.host(Helper.tlsConfig(file("host"), file("plugin")));
    try (PluginClient client = PluginClient.of(mutualPlugin().security(host).build())) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      assertThat(calculator.add(20, 22)).isEqualTo(42);

      try (PluginClient other =
          PluginClient.reattach(mutualPlugin().security(host).build(), client.reattachConfig())) {
        other.ping();
        other.detach();
      }
    }
  }

  @Test
  @Tag("F19")
  @Tag("case-26")
  void bothSidesRefuseStrangers() {
    HostSecurity host = ManualTls.host(Helper.tlsConfig(file("host"), file("plugin")));
    HostSecurity stranger = ManualTls.host(Helper.tlsConfig(file("stranger"), file("plugin")));
    HostSecurity unsure = ManualTls.host(Helper.tlsConfig(file("host"), file("stranger")));
    HostSecurity anonymous = ManualTls.host(TlsConfig.anonymous(Path.of(file("plugin") + ".pem")));
    try (PluginClient client = PluginClient.of(mutualPlugin().security(host).build())) {
      client.start();
      PluginAddress address = client.reattachConfig().address();

      assertThat(Probe.ask(address, stranger.reattach())).contains("UNAVAILABLE", "certificate");
      assertThat(Probe.ask(address, anonymous.reattach())).contains("UNAVAILABLE", "certificate");
      assertThat(Probe.ask(address, TransportSecurity.NONE)).contains("UNAVAILABLE");
      assertThat(Probe.ask(address, unsure.reattach())).contains("PKIX path");
      client.ping();
    }
  }

  @Test
  @Tag("F19")
  void hostNeedsNoCertificateWherePluginAsksForNone() {
    HostSecurity host = ManualTls.host(TlsConfig.anonymous(Path.of(file("plugin") + ".pem")));
    ClientConfig config = Helper.plugin("server-only", file("plugin")).security(host).build();
    try (PluginClient client = PluginClient.of(config)) {
      client.ping();
    }
    assertThatThrownBy(() -> Probe.listen(UnixListener.inTempDirectory(), host.reattach()))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining("no certificate of its own");
  }

  @Test
  @Tag("F19")
  void pluginUnderAutoMtlsHostSaysThatTheTwoDoNotGoTogether() {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    ClientConfig config = mutualPlugin().security(AutoMtls.host()).stderr(stderr).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThat(catchThrowable(client::start)).hasMessageContaining("exit code 1");
    }

    assertThat(stderr.toString(StandardCharsets.UTF_8))
        .contains("asks for AutoMTLS", "certificates of its own", "ManualTls");
  }

  @Test
  @Tag("F19")
  void hostRefusesACertificateInTheLine() {
    HostSecurity.Launch launch =
        ManualTls.host(Helper.tlsConfig(file("host"), file("plugin"))).begin();
    String certificate = Field6.of(ThrowawayCertificate.make(Instant.now()));
    PluginAddress address = new PluginAddress(Network.UNIX, "/no/such/socket");

    assertThat(launch.environment()).isEmpty();
    assertThatThrownBy(() -> launch.agree(Field6.line(address, certificate)))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("field 6")
        .hasMessageContaining("not AutoMTLS");
  }

  /// RSA, a chain to an authority, a name of the company's own; both directions, as for the broker.
  @Test
  @Tag("F19")
  void trustsWhomAnAuthorityVouchesForUnderTheExpectedName() {
    TestAuthority authority = new TestAuthority();
    TransportSecurity host = transport(authority, "host.example", "plugin.example");
    TransportSecurity plugin = transport(authority, "plugin.example", "host.example");
    TransportSecurity unsure = transport(authority, "host.example", "other.example");

    try (ListeningServer server = Probe.listen(UnixListener.inTempDirectory(), plugin)) {
      assertThat(Probe.ask(server.address(), host)).isEqualTo("SERVING");
      assertThat(Probe.ask(server.address(), unsure)).contains("other.example");
    }
    try (ListeningServer server = Probe.listen(UnixListener.inTempDirectory(), host)) {
      assertThat(Probe.ask(server.address(), plugin)).isEqualTo("SERVING");
    }
  }

  private static TransportSecurity transport(TestAuthority authority, String own, String peer) {
    TlsConfig config =
        TlsConfig.of(authority.identity(own))
            .trusting(List.of(authority.certificate()))
            .expecting(peer);
    return ManualTls.plugin(config).prepare(Map.of()).transport();
  }

  @Test
  @Tag("F19")
  void saysWhatIsWrongWithAFile() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pem"), "hello");
    Path key = Path.of(file("host") + ".key");
    Path certificate = Path.of(file("host") + ".pem");
    Path broken = Files.writeString(folder.resolve("broken.pem"), broken(certificate));
    Path rsaKey = folder.resolve("rsa");
    TestAuthority.write(new TestAuthority().identity("localhost"), rsaKey);

    assertRefused(folder.resolve("missing.pem"), key, "missing.pem: cannot be read");
    assertRefused(text, key, "text.pem: has no block -----BEGIN CERTIFICATE-----");
    assertRefused(broken, key, "broken.pem: certificate 1 of the file: it is cut off");
    assertRefused(certificate, certificate, "host.pem: has no block -----BEGIN PRIVATE KEY-----");
    assertRefused(certificate, Path.of(rsaKey + ".key"), "rsa.key: holds no EC key");
    assertRefused(certificate, Path.of(file("plugin") + ".key"), "does not belong to");
  }

  private static void assertRefused(Path certificate, Path key, String complaint) {
    assertThatThrownBy(() -> TlsIdentity.ofPem(certificate, key))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining(complaint);
  }

  private static String broken(Path certificate) throws IOException {
    List<byte[]> blocks = PemText.read(PemText.CERTIFICATE, Files.readString(certificate));
    return PemText.write(PemText.CERTIFICATE, Arrays.copyOf(blocks.getFirst(), 300));
  }

  @Test
  void refusesConfigurationsThatProtectNothing() {
    TlsConfig untrusting = Helper.tlsConfig(file("host"));
    TlsConfig anonymous = TlsConfig.anonymous(Path.of(file("plugin") + ".pem"));

    assertThatThrownBy(() -> ManualTls.host(untrusting)).hasMessageContaining("must trust");
    assertThatThrownBy(() -> ManualTls.plugin(anonymous)).hasMessageContaining("must have");
    assertThatThrownBy(() -> TlsConfig.anonymous(List.of())).hasMessageContaining("no TLS");
    PluginSecurity plugin = ManualTls.plugin(untrusting);
    assertThat(plugin.prepare(Map.of()).certificate()).isEmpty();
  }

  private static ClientConfig.Builder mutualPlugin() {
    return Helper.plugin("manual", file("plugin"), file("host"));
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  /// The JDK looks at the times of what others vouch for alone.
  @Test
  @Tag("F19")
  void refusesATrustedCertificateThatHasExpired() {
    TlsIdentity good = ThrowawayCertificate.make(Instant.now());
    TlsIdentity old = ThrowawayCertificate.make(Instant.now().minus(Duration.ofDays(40 * 365)));
    TransportSecurity withGood = mutual(good, old);
    TransportSecurity withOld = mutual(old, good);

    try (ListeningServer server = Probe.listen(UnixListener.inTempDirectory(), withOld)) {
      assertThat(Probe.ask(server.address(), withGood)).contains("it expired at");
    }
    try (ListeningServer server = Probe.listen(UnixListener.inTempDirectory(), withGood)) {
      assertThat(Probe.ask(server.address(), withOld)).contains("UNAVAILABLE");
    }
  }

  private static TransportSecurity mutual(TlsIdentity own, TlsIdentity peer) {
    TlsConfig config = TlsConfig.of(own).trusting(List.of(peer.certificate()));
    return ManualTls.plugin(config).prepare(Map.of()).transport();
  }
}
