package security;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.PluginTransportException;
import basics.TransportSecurity;
import course.Exercise;
import course.ExerciseNotDone;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import lifecycle.HostSecurity;
import lifecycle.PluginSecurity;

/// The host's side of AutoMTLS (go-plugin: `ClientConfig.AutoMTLS`).
record AutoMtlsHost(InstantSource clock) implements HostSecurity {
  @Override
  public Launch begin() {
    return new Start(ThrowawayCertificate.make(clock.instant()), clock);
  }

  @Override
  public TransportSecurity reattach() {
    throw new PluginTransportException(
        """
        AutoMTLS: a plugin that runs already cannot be taken over: only the host that started it
        has the key that the plugin trusts. Let this host start the plugin, or use ManualTls.""");
  }

  /// One plugin's start.
  private record Start(TlsIdentity own, InstantSource clock) implements Launch {
    private static final int FIELD = 6;

    private static final String IGNORED =
        """
        the plugin's certificate:
        this host asks for AutoMTLS (%s), and the plugin has ignored it.
        Give the plugin AutoMtls.plugin() (a Go plugin: GRPCServer without a TLSProvider),
        or let the host do without TLS. A text of up to 50 characters counts as none."""
            .formatted(PluginSecurity.CLIENT_CERTIFICATE);

    @Override
    public Map<String, String> environment() {
      try {
        byte[] der = own.certificate().getEncoded();
        return Map.of(PluginSecurity.CLIENT_CERTIFICATE, PemText.write(PemText.CERTIFICATE, der));
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate of our own making cannot be written", e);
      }
    }

    @Override
    public TransportSecurity agree(HandshakeLine line) {
      return TlsTransport.mutual(
          own, new PinnedPeer(certificate(line), clock), ThrowawayCertificate.HOST_NAME);
    }

    /// The certificate that the plugin announces, field 6 of its handshake line. It is a stranger's
    /// text so far, whoever has read the line: it pins the plugin, so it must be exactly one
    /// certificate, and valid now.
    ///
    /// Exercise 4.1. Where it is not, the field is bad ([#bad], which makes the exception to throw,
    /// with what was expected instead):
    /// - nothing is there: the plugin has ignored AutoMTLS, and serves plaintext; [#IGNORED] says
    ///   so;
    /// - it is not base64 as [Base64#getDecoder] reads it, or ends in `=` (go-plugin: no padding);
    /// - it is no certificate, or one with something before or after it ([PeerCertificate#parse]);
    /// - it has expired or is not valid yet by the clock ([PeerCertificate#requireValidAt]).
    ///
    /// No other exception leaves, whatever stands in the field.
    @Exercise("4.1")
    private X509Certificate certificate(HandshakeLine line) {
      ExerciseNotDone.report("4.1");
      if (line.certificate().isEmpty()) {
        throw bad(line, IGNORED);
      }
      try {
        return PeerCertificate.parse(Base64.getMimeDecoder().decode(line.certificate()));
      } catch (CertificateException e) {
        throw bad(line, "a valid certificate, but " + e.getMessage());
      }
    }

    private static HandshakeException bad(HandshakeLine line, String expected) {
      return HandshakeException.inField(FIELD, "certificate", line.certificate(), expected);
    }
  }
}
