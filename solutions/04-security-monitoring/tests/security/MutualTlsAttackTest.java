package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import attack.Attack;
import attack.Control;
import basics.HandshakeLine;
import basics.ListeningServer;
import basics.Logging;
import basics.PluginAddress;
import basics.TransportSecurity;
import basics.UnixListener;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lifecycle.ClientConfig;
import lifecycle.HostSecurity;
import lifecycle.PluginClient;
import lifecycle.PluginSecurity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who is not the host, and wants to talk to its plugin; who is not the plugin, and wants the host
/// to believe it. Each of them gets in when the defence is taken out, and each test shows that the
/// right one does get in. The plugins are processes, the sockets real.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutualTlsAttackTest {
  private final TlsIdentity real = ThrowawayCertificate.make(Instant.now());
  private final List<PluginClient> started = new ArrayList<>();

  @BeforeAll
  void startThePlugin() {
    Logging.toStderr();
    started.add(plugin(real, "auto"));
  }

  @AfterAll
  void nothingIsLeft() {
    started.forEach(PluginClient::close);
    Helper.assertNothingRuns();
  }

  private PluginClient plugin() {
    return started.getFirst();
  }

  /// AutoMTLS as [AutoMtls#host] does it, with a key that the test knows.
  private record KnownHost(TlsIdentity own) implements HostSecurity, HostSecurity.Launch {
    @Override
    public Launch begin() {
      return this;
    }

    @Override
    public Map<String, String> environment() {
      return Map.of(
          PluginSecurity.CLIENT_CERTIFICATE, PemText.write(PemText.CERTIFICATE, Field6.der(own)));
    }

    @Override
    public TransportSecurity agree(HandshakeLine line) {
      try {
        X509Certificate plugin =
            PeerCertificate.parse(Base64.getDecoder().decode(line.certificate()));
        return TlsTransport.mutual(
            own, new PinnedPeer(plugin, InstantSource.system()), ThrowawayCertificate.HOST_NAME);
      } catch (CertificateException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public TransportSecurity reattach() {
      throw new AssertionError("no test does that");
    }
  }

  private static PluginClient plugin(TlsIdentity host, String... arguments) {
    PluginClient client =
        PluginClient.of(
            Helper.plugin(arguments)
                .security(new KnownHost(host))
                .startTimeout(Duration.ofMinutes(2))
                .build());
    client.start();
    return client;
  }

  private static PluginAddress address(PluginClient client) {
    return client.reattachConfig().address();
  }

  /// Dials with that identity, and believes whoever answers.
  private static String dial(PluginClient plugin, TlsIdentity own) {
    return Probe.ask(address(plugin), showing(Optional.of(own)));
  }

  private static TransportSecurity showing(Optional<TlsIdentity> own) {
    return TlsTransport.of(own, Optional.of(new TrustAnyone()), ThrowawayCertificate.HOST_NAME);
  }

  private static void assertRefused(String answer) {
    assertThat(answer).contains("UNAVAILABLE").doesNotContain("SERVING");
  }

  private void assertHostGetsIn(PluginClient plugin) {
    assertThat(dial(plugin, real)).as("the host itself").isEqualTo("SERVING");
  }

  @Test
  void oneWithoutTlsDoesNotGetIn() {
    PluginClient plugin = plugin();

    assertRefused(Probe.ask(address(plugin), TransportSecurity.NONE));
    assertHostGetsIn(plugin);
  }

  @Test
  void oneWithoutACertificateDoesNotGetIn() {
    PluginClient plugin = plugin();

    assertRefused(Probe.ask(address(plugin), showing(Optional.empty())));
    assertHostGetsIn(plugin);
  }

  @Test
  void oneWithACertificateOfItsOwnMakingDoesNotGetIn() {
    TlsIdentity stranger = ThrowawayCertificate.make(Instant.now());
    PluginClient plugin = plugin();

    assertThat(stranger.certificate().getSubjectX500Principal())
        .as("the names say nothing")
        .isEqualTo(real.certificate().getSubjectX500Principal());

    assertRefused(dial(plugin, stranger));
    assertHostGetsIn(plugin);
  }

  @Attack(
      value = "someone else's client certificate",
      defence = "the plugin trusts its host's certificate alone",
      exercise = "4.1")
  @Test
  void theHostOfAnotherPluginDoesNotGetIn() {
    TlsIdentity other = ThrowawayCertificate.make(Instant.now());
    PluginClient plugin = plugin();
    try (PluginClient another = plugin(other, "auto")) {
      assertThat(dial(another, other)).as("it is good there").isEqualTo("SERVING");

      assertRefused(dial(plugin, other));
      assertRefused(dial(another, real));
      assertHostGetsIn(plugin);
    }
  }

  /// The certificate is public: it stands in the plugin's environment.
  @Test
  void aCopyOfTheHostsCertificateDoesNotGetIn() {
    TlsIdentity thief = ThrowawayCertificate.make(Instant.now());
    PluginClient plugin = plugin();

    assertRefused(dial(plugin, new TlsIdentity(thief.key(), real.chain())));
    assertRefused(
        dial(
            plugin,
            new TlsIdentity(thief.key(), List.of(thief.certificate(), real.certificate()))));
    assertHostGetsIn(plugin);
  }

  @Attack(
      value = "an expired client certificate",
      defence = "a certificate is looked at for each connection",
      exercise = "4.1")
  @Test
  void anExpiredCertificateDoesNotGetIn(@TempDir Path folder) throws IOException {
    Path thirtyYearsAreOver = folder.resolve("thirty-years-are-over");
    try (PluginClient plugin = plugin(real, "auto-clock", thirtyYearsAreOver.toString())) {
      assertHostGetsIn(plugin);

      Files.createFile(thirtyYearsAreOver);

      assertRefused(dial(plugin, real));
      Files.delete(thirtyYearsAreOver);
      assertHostGetsIn(plugin);
    }
  }

  /// Someone who can listen where the host looks for its plugin.
  @Attack(
      value = "a process that poses as the plugin",
      defence = "the host trusts its plugin's certificate alone",
      exercise = "4.1")
  @Test
  void theHostBelievesNoOneButItsPlugin() {
    TlsIdentity announced = ThrowawayCertificate.make(Instant.now());
    TlsIdentity imposter = ThrowawayCertificate.make(Instant.now());
    try (ListeningServer real = listen(showing(Optional.of(announced)));
        ListeningServer first = listen(showing(Optional.of(imposter)));
        ListeningServer second =
            listen(showing(Optional.of(new TlsIdentity(imposter.key(), announced.chain()))));
        ListeningServer third = listen(TransportSecurity.NONE)) {
      for (ListeningServer listening : List.of(first, second, third)) {
        assertThat(start(listening.address(), announced)).isNotNull();
      }
      assertThat(start(real.address(), announced)).as("the plugin itself").isNull();
    }
  }

  /// TLS alone keeps out who has no key, and no one else.
  @Control({
    "someone else's client certificate",
    "an expired client certificate",
    "a process that poses as the plugin"
  })
  @Test
  void whereAnyCertificateWillDoTheyGetIn() {
    TlsIdentity other = ThrowawayCertificate.make(Instant.now());
    TlsIdentity expired = ThrowawayCertificate.make(Instant.parse("1990-01-01T00:00:00Z"));
    try (ListeningServer plugin = listen(showing(Optional.of(real)));
        ListeningServer imposter = listen(showing(Optional.of(other)))) {
      for (TlsIdentity stranger : List.of(other, expired)) {
        assertThat(Probe.ask(plugin.address(), showing(Optional.of(stranger))))
            .isEqualTo("SERVING");
      }
      assertThat(Probe.ask(imposter.address(), showing(Optional.of(real)))).isEqualTo("SERVING");
    }
  }

  private static ListeningServer listen(TransportSecurity security) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus("plugin", ServingStatus.SERVING);
    return UnixListener.inTempDirectory()
        .listen(
            builder -> {
              security.secureListener(builder);
              builder.addService(health.getHealthService());
            });
  }

  /// What a host says of a plugin that announces that certificate and is said to be at that
  /// address; null if it is content.
  private static @Nullable Throwable start(PluginAddress address, TlsIdentity announced) {
    String line = "1|1|unix|%s|grpc|%s".formatted(address.address(), Field6.of(announced));
    ClientConfig config =
        Helper.script("echo '" + line + "'; exec sleep 300").security(AutoMtls.host()).build();
    try (PluginClient client = PluginClient.of(config)) {
      return catchThrowable(client::ping);
    }
  }
}
