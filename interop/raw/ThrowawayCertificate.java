package raw;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A self-signed certificate for `localhost` with its key, made for one run (go-plugin: AutoMTLS).
///
/// The JDK makes certificates with its `keytool` only; that takes a second. On purpose nothing of
/// the framework is used: this is the other side that it is judged with.
///
/// @param key the private key, on the curve P-256
/// @param certificate the certificate
public record ThrowawayCertificate(PrivateKey key, X509Certificate certificate) {
  private static final String PASSWORD = "throwaway";
  private static final String ALIAS = "plugin";

  /// A certificate that is valid now.
  public static ThrowawayCertificate fresh() {
    return make("-1H", 30);
  }

  /// A certificate that was valid until a year ago.
  public static ThrowawayCertificate expired() {
    return make("-2y", 365);
  }

  private static ThrowawayCertificate make(String start, int days) {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path store = folder.resolve("store.p12");
      try {
        runKeytool(store, start, days);
        return read(store);
      } finally {
        Files.deleteIfExists(store);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("keytool made a store that the JDK cannot read", e);
    }
  }

  private static void runKeytool(Path store, String start, int days) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                keytool,
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-startdate",
                start,
                "-validity",
                String.valueOf(days),
                "-ext",
                "san=dns:localhost",
                "-ext",
                "bc=ca:true",
                "-ext",
                "ku=digitalSignature,keyEncipherment,keyAgreement,keyCertSign",
                "-ext",
                "eku=clientAuth,serverAuth",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ThrowawayCertificate read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, PASSWORD.toCharArray());
    }
    return new ThrowawayCertificate(
        (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray()),
        (X509Certificate) store.getCertificate(ALIAS));
  }

  /// The certificate as a plugin tells it: DER in base64 without padding (go-plugin: handshake
  /// field 6).
  public String field() {
    return Base64.getEncoder().withoutPadding().encodeToString(der());
  }

  /// The certificate as a host tells it (go-plugin: `PLUGIN_CLIENT_CERT`).
  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der()));
  }

  private byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parsed certificate can be encoded", e);
    }
  }

  /// TLS for a server that accepts one client and no other.
  ///
  /// @param client the only certificate that a client may have
  public SslContext server(X509Certificate client) {
    try {
      return GrpcSslContexts.configure(
              SslContextBuilder.forServer(key, certificate), SslProvider.JDK)
          .trustManager(client)
          .clientAuth(ClientAuth.REQUIRE)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// TLS for a server that asks no client for a certificate.
  public SslContext serverForAnyClient() {
    try {
      return GrpcSslContexts.configure(
              SslContextBuilder.forServer(key, certificate), SslProvider.JDK)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// TLS for a client with this certificate that trusts one server and no other.
  public SslContext client(X509Certificate server) {
    try {
      return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
          .trustManager(server)
          .keyManager(key, certificate)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// TLS for a client without a certificate.
  public static SslContext anonymousClient(X509Certificate server) {
    try {
      return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
          .trustManager(server)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
