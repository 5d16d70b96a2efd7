package security;

import static org.assertj.core.api.Assertions.assertThat;

import basics.HandshakeLine;
import basics.ListeningServer;
import basics.Logging;
import basics.TcpListener;
import basics.TransportSecurity;
import basics.UnixListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import lifecycle.HostSecurity;
import lifecycle.PluginSecurity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TLS over real sockets, both sides in this process.
class TlsTransportTest {
  private static final String LOCALHOST = ThrowawayCertificate.HOST_NAME;

  private final TlsIdentity here = ThrowawayCertificate.make(Instant.now());
  private final TlsIdentity there = ThrowawayCertificate.make(Instant.now());

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  /// As the broker needs it: the plugin dials what the host serves.
  @Test
  @Tag("F18")
  @Tag("case-43")
  void eitherSideMayDial() {
    HostSecurity.Launch launch = AutoMtls.host().begin();
    PluginSecurity.Offer plugin = AutoMtls.plugin().prepare(launch.environment());
    try (ListeningServer server =
        Probe.listen(UnixListener.inTempDirectory(), plugin.transport())) {
      HandshakeLine line = Field6.line(server.address(), plugin.certificate());
      TransportSecurity host = launch.agree(line);
      assertThat(Probe.ask(server.address(), host)).isEqualTo("SERVING");

      try (ListeningServer brokered = Probe.listen(UnixListener.inTempDirectory(), host)) {
        assertThat(Probe.ask(brokered.address(), plugin.transport())).isEqualTo("SERVING");
        assertThat(Probe.ask(brokered.address(), pinned(here, there)))
            .contains("a certificate that it has not announced", "the process that answers");
        assertThat(Probe.ask(brokered.address(), TransportSecurity.NONE)).contains("UNAVAILABLE");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  @Tag("F18")
  void takesCertificatesOnAnyCurve(String curve) {
    TlsIdentity other = ThrowawayCertificate.make(Instant.now(), curve);
    try (ListeningServer server = Probe.listen(new TcpListener(0, 0), pinned(other, here))) {
      assertThat(Probe.ask(server.address(), pinned(here, other))).isEqualTo("SERVING");
    }
    try (ListeningServer server = Probe.listen(new TcpListener(0, 0), pinned(here, other))) {
      assertThat(Probe.ask(server.address(), pinned(other, here))).isEqualTo("SERVING");
    }
  }

  /// Both see the same certificate, and time has passed.
  @Test
  @Tag("F18")
  void refusesACertificateThatHasExpiredSince() {
    InstantSource inFortyYears = () -> Instant.now().plus(Duration.ofDays(40 * 365));
    TransportSecurity late =
        TlsTransport.mutual(here, new PinnedPeer(there.certificate(), inFortyYears), LOCALHOST);
    try (ListeningServer server =
        Probe.listen(UnixListener.inTempDirectory(), pinned(there, here))) {
      assertThat(Probe.ask(server.address(), late))
          .contains("the certificate of the process that answers: it expired at");
    }
  }

  /// Whoever shows the announced certificate and has not its key fails in TLS itself.
  @Test
  @Tag("F18")
  void refusesACertificateWithoutItsKey() {
    TlsIdentity thief = new TlsIdentity(here.key(), List.of(there.certificate()));
    try (ListeningServer server =
        Probe.listen(UnixListener.inTempDirectory(), pinned(thief, here))) {
      assertThat(Probe.ask(server.address(), pinned(here, there))).contains("UNAVAILABLE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  @Tag("F18")
  void speaksHttp2AndNothingElse(String version) throws Exception {
    try (ListeningServer server = Probe.listen(new TcpListener(0, 0), pinned(there, here))) {
      try (SSLSocket socket = connect(server, version, "h2")) {
        assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
        assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      }
      try (SSLSocket socket = connect(server, version)) {
        assertThat(socket.getInputStream().read()).as("the server hangs up").isEqualTo(-1);
      }
    }
  }

  private SSLSocket connect(ListeningServer server, String version, String... protocols)
      throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        new KeyManager[] {new OwnKey(here)},
        new TrustManager[] {new PinnedPeer(there.certificate(), InstantSource.system())},
        null);
    String[] address = server.address().address().split(":", -1);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(address[0], Integer.parseInt(address[1]));
    socket.setSoTimeout(10_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {version});
    parameters.setApplicationProtocols(protocols);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static TransportSecurity pinned(TlsIdentity own, TlsIdentity peer) {
    return TlsTransport.mutual(
        own, new PinnedPeer(peer.certificate(), InstantSource.system()), LOCALHOST);
  }
}
