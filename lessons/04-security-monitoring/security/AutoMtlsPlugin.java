package security;

import basics.PluginTransportException;
import basics.TransportSecurity;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lifecycle.PluginSecurity;

/// The plugin's side of AutoMTLS (go-plugin: `Serve`).
///
/// A host's certificate that cannot be used ends the plugin before it serves. go-plugin's serves
/// all the same, refuses every connection, and the host waits for the reason in vain.
record AutoMtlsPlugin(InstantSource clock) implements PluginSecurity {
  @Override
  public Offer prepare(Map<String, String> environment) {
    String pem = environment.getOrDefault(CLIENT_CERTIFICATE, "");
    if (pem.isEmpty()) {
      return new Offer(TransportSecurity.NONE, "");
    }
    try {
      X509Certificate host = certificate(pem);
      TlsIdentity own = ThrowawayCertificate.make(clock.instant());
      TransportSecurity transport =
          TlsTransport.mutual(own, new PinnedPeer(host, clock), ThrowawayCertificate.HOST_NAME);
      byte[] der = own.certificate().getEncoded();
      return new Offer(transport, Base64.getEncoder().withoutPadding().encodeToString(der));
    } catch (IllegalArgumentException | CertificateException e) {
      throw new PluginTransportException(
          """
          AutoMTLS: the host's certificate (%s) cannot be used:
          %s
          The host must give it one certificate in PEM, as AutoMtls.host() and go-plugin do."""
              .formatted(CLIENT_CERTIFICATE, e.getMessage()),
          e);
    }
  }

  private X509Certificate certificate(String pem) throws CertificateException {
    List<byte[]> blocks = PemText.read(PemText.CERTIFICATE, pem);
    if (blocks.size() != 1) {
      throw new CertificateException(
          "it holds %d certificates in PEM, and %d characters of text"
              .formatted(blocks.size(), pem.length()));
    }
    X509Certificate certificate = PeerCertificate.parse(blocks.getFirst());
    PeerCertificate.requireValidAt(clock.instant(), certificate);
    return certificate;
  }
}
