package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.HandshakeException;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import lifecycle.HostSecurity;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a host makes of field 6.
class AutoMtlsHostTest {
  private static final PluginAddress NOWHERE = new PluginAddress(Network.UNIX, "/no/such/socket");
  private static final int MALFORMED = 10_000;

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  /// A certificate of 40 characters counts as none, one of 60 as a bad one.
  @ParameterizedTest
  @CsvSource({"0, has ignored it", "40, has ignored it", "60, no X.509 certificate"})
  @Tag("F18")
  @Tag("case-65")
  void refusesPluginWithoutCertificate(int characters, String complaint) {
    try (PluginClient client =
        PluginClient.of(Helper.line("A".repeat(characters)).security(AutoMtls.host()).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOfSatisfying(
              HandshakeException.class, error -> assertThat(error.field()).isEqualTo(6))
          .hasMessageContaining(complaint);
    }
  }

  @Test
  @Tag("F18")
  @Tag("case-65")
  void hostWithoutTlsTakesFortyCharactersForNoneAndSixtyForOne() {
    try (PluginClient client = PluginClient.of(Helper.line("A".repeat(40)).build())) {
      client.start();
    }
    try (PluginClient client = PluginClient.of(Helper.line("A".repeat(60)).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("has not asked for TLS");
    }
  }

  @Test
  @Tag("F18")
  @Tag("case-79")
  void refusesPaddedCertificate() {
    byte[] der = Field6.der(certificateOfLength(1));
    String padded = Base64.getEncoder().encodeToString(der);

    try (PluginClient client =
        PluginClient.of(Helper.line(padded).security(AutoMtls.host()).build())) {
      assertThatThrownBy(client::start)
          .hasMessageContaining("field 6 (certificate)")
          .hasMessageContaining("without padding");
    }
  }

  /// A certificate whose length leaves that rest when it is divided by three.
  private static TlsIdentity certificateOfLength(int rest) {
    for (int i = 0; i < 1_000; i++) {
      TlsIdentity made = made(Instant.now());
      if (Field6.der(made).length % 3 == rest) {
        return made;
      }
    }
    throw new AssertionError("no certificate of such a length");
  }

  @Test
  @Tag("F18")
  void saysWhatIsWrongWithACertificate() {
    Instant now = Instant.now();
    byte[] good = Field6.der(made(now));
    byte[] cut = Arrays.copyOf(good, 300);
    byte[] longer = Arrays.copyOf(good, good.length + 2);
    Map<String, String> complaints =
        Map.of(
            Field6.of(made(now.minus(Duration.ofDays(40 * 365)))), "it expired at",
            Field6.of(made(now.plus(Duration.ofDays(1)))), "see the same clock?",
            Field6.of(cut), "cut off: it is " + good.length + " bytes long by itself, and 300",
            Field6.of(longer), "2 more follow it",
            "x".repeat(80), "no X.509 certificate");

    complaints.forEach(
        (certificate, complaint) ->
            assertThatThrownBy(() -> agree(certificate))
                .isInstanceOf(HandshakeException.class)
                .hasMessageContaining("field 6 (certificate)")
                .hasMessageContaining(complaint));
  }

  private static TlsIdentity made(Instant now) {
    return ThrowawayCertificate.make(now, "secp256r1");
  }

  private static void agree(String certificate) {
    HostSecurity.Launch launch = new AutoMtlsHost(InstantSource.system()).begin();
    launch.agree(Field6.line(NOWHERE, certificate));
  }

  /// Cut, changed, lengthened and invented certificates, in good base64 and in bad.
  @Test
  @Tag("F18")
  void survivesMalformedCertificates() {
    long seed = 20_260_817;
    Random random = new Random(seed);
    byte[] good = Field6.der(ThrowawayCertificate.make(Instant.now()));
    HostSecurity.Launch launch = AutoMtls.host().begin();
    int refused = 0;
    for (int i = 0; i < MALFORMED; i++) {
      String certificate = malformed(random, good);
      Throwable error = catchThrowable(() -> launch.agree(Field6.line(NOWHERE, certificate)));
      if (error != null) {
        assertThat(error)
            .as("seed %d, case %d: %s", seed, i, certificate)
            .isInstanceOf(HandshakeException.class);
        refused++;
      }
    }

    // Some changes, such as to the serial number, leave a certificate that can be read.
    assertThat(refused).isGreaterThan(MALFORMED / 2);
  }

  private static String malformed(Random random, byte[] good) {
    byte[] der = good.clone();
    switch (random.nextInt(6)) {
      case 0 -> der = Arrays.copyOf(der, random.nextInt(der.length));
      case 1 -> random.nextBytes(der);
      case 2 -> der = Arrays.copyOf(der, der.length + random.nextInt(1_000));
      case 3 -> System.arraycopy(good, random.nextInt(200), der, random.nextInt(200), 300);
      default -> {}
    }
    int changes = random.nextInt(8);
    for (int i = 0; i < changes && der.length > 0; i++) {
      // Most structure is at the beginning.
      int place = random.nextInt(random.nextBoolean() ? Math.min(40, der.length) : der.length);
      der[place] = (byte) random.nextInt();
    }
    StringBuilder text = new StringBuilder(Field6.of(der));
    if (random.nextInt(10) == 0 && !text.isEmpty()) {
      text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(200)));
    }
    return text.toString();
  }
}
