package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import attack.Attack;
import attack.Control;
import basics.Logging;
import basics.PluginAddress;
import basics.PluginException;
import basics.PluginTransportException;
import basics.TransportSecurity;
import contract.Calculator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import lifecycle.ClientConfig;
import lifecycle.ExitStatus;
import lifecycle.PluginClient;
import lifecycle.PluginSecurity;
import lifecycle.ReattachConfig;
import lifecycle.Trace;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// AutoMTLS between a host and a plugin's process.
class AutoMtlsTest {
  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "auto-tcp"})
  @Tag("F18")
  @Tag("case-33")
  void callsPluginAndSeesItsEnd(String mode) throws Exception {
    try (PluginClient client = PluginClient.of(autoMtls(mode).build())) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      assertThat(calculator.add(20, 22)).isEqualTo(42);
      client.ping();

      long pid = Long.parseLong(client.id().orElseThrow());
      assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();

      assertThat(client.exit().get(2, TimeUnit.SECONDS)).isEqualTo(ExitStatus.of(137));
      assertThatThrownBy(client::ping).hasMessageContaining("gone");
    }
  }

  @Test
  @Tag("F18")
  void aTraceTellsWhatProtectsTheConnection() {
    List<TraceEvent> events = new CopyOnWriteArrayList<>();
    Trace trace =
        (process, kind, details) ->
            events.add(new TraceEvent(0, process, kind, Map.copyOf(details)));
    try (PluginClient client = PluginClient.of(autoMtls("auto").trace(trace).build())) {
      client.ping();
    }

    TraceEvent tls =
        events.stream()
            .filter(event -> event.kind().equals(TraceKind.TLS))
            .findFirst()
            .orElseThrow();
    assertThat(tls.detail("protocol")).startsWith("TLSv1.");
    assertThat(tls.detail("cipher")).startsWith("TLS_");
    assertThat(tls.detail("peer")).contains("CN=localhost");
    assertThat(tls.detail("fingerprint")).matches("[0-9a-f]{64}");
    assertThat(events)
        .as("names of variables, no values")
        .filteredOn(event -> event.kind().equals(TraceKind.SPAWN))
        .singleElement()
        .satisfies(
            spawn ->
                assertThat(spawn.details().get("environment"))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .contains("PLUGIN_CLIENT_CERT")
                    .allMatch(name -> name.matches("[A-Za-z_0-9]+")));
  }

  @Test
  @Tag("F18")
  @Attack(
      value = "no client certificate",
      defence = "the plugin trusts its host's certificate alone",
      exercise = "4.1")
  @Attack(
      value = "a self-made client certificate",
      defence = "the plugin trusts its host's certificate alone",
      exercise = "4.1")
  void pluginRefusesEveryoneButItsHost() {
    TransportSecurity stranger = trustingAnyone(Optional.of(identity()));
    TransportSecurity anonymous = trustingAnyone(Optional.empty());
    try (PluginClient client = PluginClient.of(autoMtls("auto").build())) {
      client.start();
      PluginAddress address = client.reattachConfig().address();

      assertThat(Probe.ask(address, stranger)).contains("UNAVAILABLE", "certificate");
      assertThat(Probe.ask(address, anonymous)).contains("UNAVAILABLE", "certificate");
      assertThat(Probe.ask(address, TransportSecurity.NONE)).contains("UNAVAILABLE");
      client.ping();
    }
  }

  private static TransportSecurity trustingAnyone(Optional<TlsIdentity> own) {
    return TlsTransport.of(own, Optional.of(new TrustAnyone()), "localhost");
  }

  private static TlsIdentity identity() {
    return ThrowawayCertificate.make(Instant.now());
  }

  @Test
  @Tag("F18")
  void refusesPluginThatShowsAnotherCertificate() {
    try (PluginClient real = PluginClient.of(autoMtls("auto").build())) {
      real.start();
      String socket = real.reattachConfig().address().address();
      String line = "1|1|unix|" + socket + "|grpc|" + Field6.of(identity());
      ClientConfig config =
          Helper.script("echo '" + line + "'; exec sleep 60").security(AutoMtls.host()).build();
      try (PluginClient imposter = PluginClient.of(config)) {
        imposter.start();

        Throwable error = catchThrowable(imposter::ping);

        assertThat(Probe.story(error)).contains("a certificate that it has not announced");
      }
    }
  }

  @Test
  @Tag("F18")
  @Control({"no client certificate", "a self-made client certificate"})
  void pluginServesPlaintextIfItsHostDoesNotAsk() {
    try (PluginClient client = PluginClient.of(Helper.plugin("auto").build())) {
      client.ping();

      assertThat(Probe.ask(client.reattachConfig().address(), TransportSecurity.NONE))
          .isEqualTo("SERVING");
    }
  }

  @Test
  @Tag("F18")
  @Tag("case-80")
  void nestedHostKeepsItsOwnHostsCertificateToItself() {
    try (PluginClient client = PluginClient.of(autoMtls("nested").build())) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();

      assertThat(calculator.multiply(6, 7)).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  @Tag("F18")
  @Tag("case-69")
  void pluginRefusesToStartOnGarbageFromItsHost(String garbage) {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    ClientConfig config =
        Helper.plugin("auto")
            .environment(PluginSecurity.CLIENT_CERTIFICATE, garbage)
            .stderr(stderr)
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start).hasMessageContaining("exit code 1");
    }

    assertThat(stderr.toString(StandardCharsets.UTF_8))
        .contains("PLUGIN_CLIENT_CERT", "cannot be used", "one certificate in PEM");
  }

  @Test
  @Tag("F18")
  void pluginRefusesCertificatesThatItCannotUse() {
    String good = pem(identity());
    TlsIdentity old = ThrowawayCertificate.make(Instant.parse("1990-01-01T00:00:00Z"));
    Map<String, String> complaints =
        Map.of(
            good + good,
            "holds 2 certificates",
            good.replace("-----END", "----END"),
            "holds 0 certificates",
            good.replaceFirst("M", "*"),
            "cannot be used",
            pem(old),
            "expired at 2020-01-01");

    complaints.forEach(
        (pem, complaint) ->
            assertThatThrownBy(() -> prepare(pem))
                .isInstanceOf(PluginTransportException.class)
                .hasMessageContaining("PLUGIN_CLIENT_CERT")
                .hasMessageContaining(complaint));
    assertThat(prepare("some text\r\n" + good.replace("\n", "\r\n")).certificate()).isNotEmpty();
  }

  private static PluginSecurity.Offer prepare(String pem) {
    return AutoMtls.plugin().prepare(Map.of(PluginSecurity.CLIENT_CERTIFICATE, pem));
  }

  private static String pem(TlsIdentity host) {
    return PemText.write(PemText.CERTIFICATE, Field6.der(host));
  }

  @Test
  @Tag("F18")
  void doesNotTakeARunningPluginOver() {
    try (PluginClient client = PluginClient.of(autoMtls("auto").build())) {
      ReattachConfig reattach = client.reattachConfig();

      assertThatThrownBy(() -> PluginClient.reattach(autoMtls("auto").build(), reattach))
          .isInstanceOf(PluginException.class)
          .hasMessageContaining("AutoMTLS")
          .hasMessageContaining("cannot be taken over");
      client.ping();
    }
  }

  @Test
  @Tag("F18")
  void everyStartHasAKeyOfItsOwn() {
    String first = certificateOfOneStart();

    assertThat(first).startsWith("-----BEGIN CERTIFICATE-----\n");
    assertThat(certificateOfOneStart()).isNotEqualTo(first);
  }

  private static String certificateOfOneStart() {
    Map<String, String> environment =
        new AutoMtlsHost(InstantSource.system()).begin().environment();
    return environment.getOrDefault(PluginSecurity.CLIENT_CERTIFICATE, "");
  }

  private static ClientConfig.Builder autoMtls(String... arguments) {
    return Helper.plugin(arguments).security(AutoMtls.host());
  }
}
