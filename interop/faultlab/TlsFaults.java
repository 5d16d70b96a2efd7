package faultlab;

import basics.HandshakeLine;
import io.netty.handler.ssl.SslContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import raw.ThrowawayCertificate;

/// Faults under AutoMTLS. Started by a host that does not ask for it, such a plugin is refused by
/// its own certificate in the line.
final class TlsFaults {
  private TlsFaults() {}

  static void noCertificate(int seconds) throws InterruptedException {
    new WorkingPlugin().run();
  }

  static void cutCertificate(int seconds) throws InterruptedException {
    ThrowawayCertificate own = ThrowawayCertificate.fresh();
    String field = own.field();
    serve(own.server(host()), field.substring(0, field.length() / 8 * 4));
  }

  static void paddedCertificate(int seconds) throws InterruptedException {
    ThrowawayCertificate own = ThrowawayCertificate.fresh();
    // A third of all certificates need no padding: those are not for this fault.
    while (own.field().length() % 4 == 0) {
      own = ThrowawayCertificate.fresh();
    }
    String padding = "=".repeat(4 - own.field().length() % 4);
    serve(own.server(host()), own.field() + padding);
  }

  static void expiredCertificate(int seconds) throws InterruptedException {
    ThrowawayCertificate own = ThrowawayCertificate.expired();
    serve(own.server(host()), own.field());
  }

  static void otherKey(int seconds) throws InterruptedException {
    serve(ThrowawayCertificate.fresh().server(host()), ThrowawayCertificate.fresh().field());
  }

  static void plaintext(int seconds) throws InterruptedException {
    String field = ThrowawayCertificate.fresh().field();
    new WorkingPlugin().run(line -> line.with(field, "").format());
  }

  static void anyClient(int seconds) throws InterruptedException {
    ThrowawayCertificate own = ThrowawayCertificate.fresh();
    serve(own.serverForAnyClient(), own.field());
  }

  private static void serve(SslContext tls, String field) throws InterruptedException {
    new WorkingPlugin()
        .settings(builder -> builder.sslContext(tls))
        .run((HandshakeLine line) -> line.with(field, "").format());
  }

  /// The certificate that the host has sent; by hand and under other hosts, one of no one.
  private static X509Certificate host() {
    String pem = System.getenv().getOrDefault("PLUGIN_CLIENT_CERT", "");
    if (pem.isEmpty()) {
      return ThrowawayCertificate.fresh().certificate();
    }
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalStateException(
          "the host's certificate cannot be read: " + e.getMessage(), e);
    }
  }
}
