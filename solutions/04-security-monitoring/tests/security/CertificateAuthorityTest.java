package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.ListeningServer;
import basics.PluginTransportException;
import basics.TcpListener;
import basics.TransportSecurity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may talk to whom is what the authority says, over real sockets.
class CertificateAuthorityTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final CertificateAuthority OURS = authority(InstantSource.system());
  private static final CertificateAuthority THEIRS = authority(InstantSource.system());

  @TempDir Path folder;

  private static CertificateAuthority authority(InstantSource clock) {
    return CertificateAuthority.create("Plugin Course", Duration.ofDays(30), clock);
  }

  private static String ask(TlsIdentity host, TlsIdentity replica) {
    return ask(TlsConfig.of(host).trusting(List.of(OURS.certificate())), replica);
  }

  private static String ask(TlsConfig host, TlsIdentity replica) {
    TransportSecurity answers =
        ManualTls.plugin(TlsConfig.of(replica).trusting(List.of(OURS.certificate())))
            .prepare(Map.of())
            .transport();
    TransportSecurity calls =
        ManualTls.host(host.expecting(CertificateAuthority.nameOf("calculator"))).reattach();
    try (ListeningServer server = Probe.listen(new TcpListener(0, 0), answers)) {
      return Probe.ask(server.address(), calls);
    }
  }

  @Test
  void hostAndReplicaOfOneAuthorityTalk() {
    assertThat(ask(OURS.host("host", HOUR), OURS.replica("calculator", HOUR))).isEqualTo("SERVING");
  }

  @Test
  void refusesOneWithoutOrWithSomeoneElsesCertificate() {
    TlsIdentity replica = OURS.replica("calculator", HOUR);

    assertThat(ask(THEIRS.host("host", HOUR), replica)).contains("UNAVAILABLE");
    assertThat(ask(TlsConfig.anonymous(List.of(OURS.certificate())), replica))
        .contains("UNAVAILABLE");
    assertThat(ask(OURS.host("host", HOUR), THEIRS.replica("calculator", HOUR)))
        .contains("PKIX path validation failed");
  }

  @Test
  void aReplicaOfOnePluginIsNoneOfAnother() {
    assertThat(ask(OURS.host("host", HOUR), OURS.replica("bank", HOUR)))
        .contains("calculator.plugins.internal");
  }

  @Test
  void aReplicaCannotCallAndAHostCannotAnswer() {
    TlsIdentity replica = OURS.replica("calculator", HOUR);

    assertThat(ask(replica, replica)).contains("UNAVAILABLE");
    assertThat(ask(OURS.host("host", HOUR), OURS.host("calculator.plugins.internal", HOUR)))
        .contains("Extended key usage does not permit");
  }

  @Test
  void anExpiredOneIsNoOne() {
    Instant past = Instant.now().minus(Duration.ofHours(2));
    CertificateAuthority then = CertificateAuthority.of(OURS.identity(), () -> past);

    assertThat(ask(OURS.host("host", HOUR), then.replica("calculator", HOUR)))
        .containsIgnoringCase("NotAfter");
    assertThat(ask(then.host("host", HOUR), OURS.replica("calculator", HOUR)))
        .contains("UNAVAILABLE");
  }

  @Test
  void noCertificateOutlivesTheAuthority() {
    CertificateAuthority shortLived =
        CertificateAuthority.create("short", Duration.ofMinutes(5), InstantSource.system());

    assertThat(shortLived.host("host", HOUR).certificate().getNotAfter())
        .isEqualTo(shortLived.certificate().getNotAfter());
    Instant later = Instant.now().plus(HOUR);
    CertificateAuthority expired = CertificateAuthority.of(shortLived.identity(), () -> later);
    assertThatThrownBy(() -> expired.host("host", HOUR))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining("the authority itself expired");
  }

  @Test
  void refusesLivesAndNamesThatAreNone() {
    assertThatThrownBy(() -> OURS.host("host", Duration.ofDays(8))).hasMessageContaining("PT168H");
    assertThatThrownBy(() -> OURS.host("host", Duration.ZERO)).hasMessageContaining("more than");
    assertThatThrownBy(() -> OURS.host(" ", HOUR)).hasMessageContaining("no name");
    for (String name : List.of("", "a.b", "*", "Calculator", "-a", "a-", "x".repeat(41))) {
      assertThatThrownBy(() -> OURS.replica(name, HOUR)).hasMessageContaining("no plugin's name");
    }
    TlsIdentity host = OURS.host("host", HOUR);
    assertThatThrownBy(() -> CertificateAuthority.of(host, Instant::now))
        .hasMessageContaining("no authority");
  }

  @Test
  void staysTheSameInFilesThatOnlyItsOwnerReads() throws Exception {
    Path certificate = folder.resolve("ca.pem");
    Path key = folder.resolve("ca.key");
    OURS.identity().writePem(certificate, key);
    OURS.identity().writePem(certificate, key);

    CertificateAuthority again =
        CertificateAuthority.of(TlsIdentity.ofPem(certificate, key), InstantSource.system());

    assertThat(again.certificate()).isEqualTo(OURS.certificate());
    assertThat(ask(again.host("host", HOUR), again.replica("calculator", HOUR)))
        .isEqualTo("SERVING");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ca.pem", "ca.key");
  }
}
