package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The certificate is made as go-plugin makes its own.
class ThrowawayCertificateTest {
  private static final int DNS_NAME = 2;

  @Test
  @Tag("F18")
  void hasAllThatGoPluginsHas() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    X509Certificate certificate = ThrowawayCertificate.make(now).certificate();

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA512withECDSA");
    assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(521);
    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo(certificate.getIssuerX500Principal().getName())
        .contains("CN=localhost");
    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(now.minusSeconds(30));
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(now.plus(Duration.ofHours(262_980)));
  }

  @Test
  @Tag("F18")
  void mayBeUsedByBothSidesForAllThatTlsNeeds() throws CertificateException {
    X509Certificate certificate = ThrowawayCertificate.make(Instant.now()).certificate();

    assertThat(certificate.getBasicConstraints()).as("may sign others").isNotNegative();
    boolean[] uses = certificate.getKeyUsage();
    assertThat(List.of(uses[0], uses[1], uses[2], uses[3], uses[4], uses[5], uses[6]))
        .as("digitalSignature, keyEncipherment, keyAgreement, keyCertSign")
        .containsExactly(true, false, true, false, true, true, false);
    assertThat(certificate.getExtendedKeyUsage())
        .as("clientAuth, serverAuth")
        .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1");
    assertThat(List.copyOf(certificate.getSubjectAlternativeNames()))
        .isEqualTo(List.of(List.of(DNS_NAME, "localhost")));
    assertThat(certificate.getCriticalExtensionOIDs())
        .as("basicConstraints, keyUsage")
        .containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
  }

  @Test
  @Tag("F18")
  void serialNumbersArePositiveAndOfManyBits() {
    List<BigInteger> serials =
        Stream.generate(() -> ThrowawayCertificate.make(Instant.now(), "secp256r1"))
            .limit(20)
            .map(identity -> identity.certificate().getSerialNumber())
            .toList();

    assertThat(serials)
        .doesNotHaveDuplicates()
        .allMatch(serial -> serial.signum() > 0 && serial.bitLength() <= 128)
        .anyMatch(serial -> serial.bitLength() > 100);
  }

  @Test
  void registersNoProvider() {
    ThrowawayCertificate.make(Instant.now());

    assertThat(Stream.of(Security.getProviders()).map(Provider::getName)).doesNotContain("BC");
  }

  @Test
  void identityKeepsItsKeyToItself() {
    TlsIdentity identity = ThrowawayCertificate.make(Instant.now());

    assertThat(identity.toString()).contains("CN=localhost", "SHA-256").doesNotContain("key=");
  }
}
