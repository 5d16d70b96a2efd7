package conformance;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.netty.handler.ssl.SslContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import raw.ThrowawayCertificate;

/// AutoMTLS: whom the plugin lets in when its host has sent a certificate.
final class TlsChapter implements Chapter {
  /// How long a refusal may take.
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Subject subject;
  private @Nullable ThrowawayCertificate host;
  private @Nullable Session session;
  private @Nullable X509Certificate plugin;

  TlsChapter(Subject subject) {
    this.subject = subject;
  }

  @Override
  public List<Check> checks() {
    String pinned = "go-plugin: AutoMTLS. Both sides trust exactly one certificate, the other's.";
    return List.of(
        new Check(
            "tls-certificate",
            "go-plugin: handshake field 6. Under AutoMTLS the plugin's certificate: DER, standard"
                + " base64, no padding.",
            this::certificate),
        new Check("tls-accepts", pinned, () -> accepts(own())),
        new Check("tls-anonymous", pinned, () -> refuses("no certificate", anonymous())),
        new Check("tls-other", pinned, () -> refuses("another certificate", other())),
        new Check("tls-plaintext", pinned, () -> refuses("plaintext", plaintext())));
  }

  private Session session() {
    Session known = session;
    if (known == null) {
      String pem = host().pem();
      known = new Session(subject, environment -> environment.put("PLUGIN_CLIENT_CERT", pem));
      session = known;
    }
    return known;
  }

  private ThrowawayCertificate host() {
    ThrowawayCertificate known = host;
    if (known == null) {
      known = ThrowawayCertificate.fresh();
      host = known;
    }
    return known;
  }

  private Finding certificate() throws IOException, InterruptedException, UnusableException {
    Optional<String> line = session().trial().stdout().firstLine(subject.timeout());
    if (line.isEmpty()) {
      return withoutLine(session().trial());
    }
    String field = session().line().field(6);
    if (field.isEmpty()) {
      return Finding.fail("empty: the host's first call would fail");
    }
    if (field.endsWith("=")) {
      return Finding.fail("padded with `=`: go-plugin's host refuses it");
    }
    try {
      X509Certificate certificate = parse(field);
      certificate.checkValidity();
      plugin = certificate;
      return Finding.pass(
          "%s, %s, %d characters",
          certificate.getSubjectX500Principal(), certificate.getSigAlgName(), field.length());
    } catch (CertificateException | IllegalArgumentException e) {
      return Finding.fail("no valid certificate: %s", String.valueOf(e.getMessage()));
    }
  }

  /// A plugin may refuse TLS, if it says so: no host is misled.
  private static Finding withoutLine(Trial trial) throws InterruptedException {
    OptionalInt code = trial.awaitExit(Duration.ofSeconds(1));
    String stderr = trial.stderr().text().strip();
    return code.isPresent() && code.getAsInt() != 0 && !stderr.isEmpty()
        ? Finding.skip("it refuses AutoMTLS: %s", stderr)
        : Finding.fail("no line; stderr: %s", stderr);
  }

  private static X509Certificate parse(String field) throws CertificateException {
    byte[] der = Base64.getDecoder().decode(field);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private Wire own() throws IOException, InterruptedException, UnusableException {
    return secure(host().client(plugin()));
  }

  private Wire secure(SslContext tls) throws IOException, InterruptedException, UnusableException {
    return Wire.secure(session().address(), tls);
  }

  private Wire anonymous() throws IOException, InterruptedException, UnusableException {
    return secure(ThrowawayCertificate.anonymousClient(plugin()));
  }

  private Wire other() throws IOException, InterruptedException, UnusableException {
    X509Certificate server = plugin();
    return secure(ThrowawayCertificate.fresh().client(server));
  }

  private Wire plaintext() throws IOException, InterruptedException, UnusableException {
    X509Certificate _ = plugin();
    return Wire.plain(session().address());
  }

  private X509Certificate plugin() throws UnusableException {
    X509Certificate known = plugin;
    if (known == null) {
      throw new UnusableException("no certificate to go by");
    }
    return known;
  }

  private static Finding accepts(Wire wire) {
    try (wire) {
      return Finding.pass("its own host is let in: %s", health(wire));
    } catch (StatusRuntimeException e) {
      return Finding.fail("its own host: %s", reason(e));
    }
  }

  private static Finding refuses(String who, Wire wire) {
    try (wire) {
      return Finding.fail("%s is let in: %s", who, health(wire));
    } catch (StatusRuntimeException e) {
      return Finding.of(
          e.getStatus().getCode() != Status.Code.DEADLINE_EXCEEDED, "%s: %s", who, reason(e));
    }
  }

  private static HealthCheckResponse.ServingStatus health(Wire wire) {
    return HealthGrpc.newBlockingStub(wire.channel())
        .withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .check(HealthCheckRequest.newBuilder().setService("plugin").build())
        .getStatus();
  }

  private static String reason(StatusRuntimeException error) {
    Throwable cause = error.getCause();
    return cause == null || cause.getMessage() == null
        ? ServiceChecks.shortly(error.getStatus())
        : "%s, %s".formatted(error.getStatus().getCode(), cause.getMessage());
  }

  @Override
  public void close() {
    Session open = session;
    if (open != null) {
      open.close();
    }
  }
}
