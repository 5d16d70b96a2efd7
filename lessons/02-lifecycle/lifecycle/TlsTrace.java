package lifecycle;

import io.grpc.Attributes;
import io.grpc.ClientTransportFilter;
import io.grpc.Grpc;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Records each connection that TLS protects once it is up, as an event of kind [TraceKind#TLS].
/// Nothing of what protects it is a secret here: certificates are public.
final class TlsTrace extends ClientTransportFilter {
  private final Trace trace;

  TlsTrace(Trace trace) {
    this.trace = trace;
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    SSLSession session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    if (session != null) {
      trace.record("host", TraceKind.TLS, details(session));
    }
    return attributes;
  }

  private static Map<String, Object> details(SSLSession session) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("protocol", session.getProtocol());
    details.put("cipher", session.getCipherSuite());
    try {
      Certificate peer = session.getPeerCertificates()[0];
      if (peer instanceof X509Certificate certificate) {
        details.put("peer", certificate.getSubjectX500Principal().getName());
      }
      details.put("fingerprint", sha256(peer.getEncoded()));
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      details.put("peer", "none: " + e.getMessage());
    }
    return details;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
