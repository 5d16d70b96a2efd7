import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.ListeningServer;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.TransportSecurity;
import basics.UnixListener;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import lifecycle.HostSecurity;
import lifecycle.PluginSecurity;
import org.awaitility.Awaitility;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import security.AutoMtls;

/// Mutual TLS: what is announced, what is read of it, and who is let in, over real sockets.
@Tag("4.1")
@DisplayName("4.1 Mutual TLS")
class MutualTlsCheck {
  private static final PluginAddress NOWHERE = new PluginAddress(Network.UNIX, "/no/such/socket");
  private static final X500Name NAME = new X500Name("CN=localhost,O=Plugin Course");
  private static final Duration HOUR = Duration.ofHours(1);

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  // --- what each side makes

  @ParameterizedTest(name = "of the {0}", quoteTextArguments = false)
  @ValueSource(strings = {"host", "plugin"})
  @DisplayName("ThrowawayCertificate: times, names, purposes, signature")
  void makesAUsableCertificate(String side) throws Exception {
    Instant now = Instant.now();
    X509Certificate made = made(side);

    made.verify(made.getPublicKey());
    assertThat(made.getIssuerX500Principal())
        .as("the issuer, which is the subject itself")
        .isEqualTo(made.getSubjectX500Principal());
    assertThat(((ECPublicKey) made.getPublicKey()).getParams().getCurve().getField().getFieldSize())
        .as("bits of the curve")
        .isEqualTo(521);
    assertThat(made.getNotBefore().toInstant())
        .as("valid from: 30 seconds before now, for the other process's clock")
        .isBefore(now.minusSeconds(20))
        .isAfter(now.minusSeconds(120));
    assertThat(made.getNotAfter().toInstant())
        .as("valid until: 262,980 hours after now")
        .isBetween(
            now.plus(Duration.ofHours(262_980)).minusSeconds(60),
            now.plus(Duration.ofHours(262_980)).plusSeconds(120));
    assertThat(made.getSubjectAlternativeNames())
        .as("the names that the peer may ask for (addExtensions)")
        .isNotNull()
        .anySatisfy(name -> assertThat(name.toString()).contains("localhost"));
    assertThat(made.getBasicConstraints()).as("it may vouch for itself").isNotNegative();
    assertThat(made.getExtendedKeyUsage()).as("it is server and client").hasSize(2);
  }

  @Test
  @DisplayName("ThrowawayCertificate: a serial number that no one has had before")
  void makesRandomSerialNumbers() throws Exception {
    List<BigInteger> serials =
        List.of(
            made("host").getSerialNumber(),
            made("host").getSerialNumber(),
            made("plugin").getSerialNumber());

    assertThat(serials).as("serial numbers of three certificates").doesNotHaveDuplicates();
    for (BigInteger serial : serials) {
      assertThat(serial.signum()).as("sign of the serial number %s", serial).isEqualTo(1);
      assertThat(serial.bitLength())
          .as("bits of the serial number %s: 128 at random", serial)
          .isBetween(65, 128);
    }
  }

  private static X509Certificate made(String side) throws GeneralSecurityException {
    HostSecurity.Launch launch = AutoMtls.host().begin();
    if (side.equals("host")) {
      String pem = launch.environment().getOrDefault(PluginSecurity.CLIENT_CERTIFICATE, "");
      return parse(pem.getBytes(StandardCharsets.US_ASCII));
    }
    return parse(Base64.getDecoder().decode(offer(launch).certificate()));
  }

  private static X509Certificate parse(byte[] bytes) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static PluginSecurity.Offer offer(HostSecurity.Launch launch) {
    return AutoMtls.plugin().prepare(launch.environment());
  }

  // --- what the host reads

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("badFields")
  @DisplayName("AutoMtlsHost.certificate: what is not exactly one valid certificate is refused")
  void refusesABadField(String what, String field) {
    Throwable thrown = catchThrowable(() -> AutoMtls.host().begin().agree(line(field)));

    assertThat(thrown)
        .as("field 6: %s; certificate must throw what bad(line, expected) makes", what)
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("field 6");
  }

  static List<String[]> badFields() {
    Instant now = Instant.now();
    Authority good = Authority.make();
    byte[] der = der(good.certificate(now.minus(HOUR), now.plus(HOUR)));
    String field = field(der);
    return List.of(
        new String[] {"empty", ""},
        new String[] {"60 letters A", "A".repeat(60)},
        new String[] {"no base64", "?" + field.substring(1)},
        new String[] {
          "base64 with a blank in it", field.substring(0, 60) + " " + field.substring(60)
        },
        new String[] {"base64 of URLs", "-_" + field.substring(2)},
        new String[] {"base64 with padding", padded(good, now)},
        new String[] {"a certificate that is cut off", field(Arrays.copyOf(der, der.length - 9))},
        new String[] {"a certificate and 3 bytes", field(Arrays.copyOf(der, der.length + 3))},
        new String[] {"two certificates", field(concat(der, der))},
        new String[] {
          "a certificate that expired a minute ago",
          field(der(good.certificate(now.minus(HOUR), now.minusSeconds(60))))
        },
        new String[] {
          "a certificate that is valid in an hour",
          field(der(good.certificate(now.plus(HOUR), now.plus(HOUR).plus(HOUR))))
        });
  }

  /// A certificate whose length makes padding necessary.
  private static String padded(Authority authority, Instant now) {
    return Stream.generate(() -> der(authority.certificate(now.minus(HOUR), now.plus(HOUR))))
        .map(Base64.getEncoder()::encodeToString)
        .filter(text -> text.endsWith("="))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  // --- who is let in

  @Test
  @DisplayName("the host and the plugin of one start talk, whichever of them dials")
  void theTwoOfOneStartTalk() {
    HostSecurity.Launch launch = AutoMtls.host().begin();
    PluginSecurity.Offer plugin = offer(launch);
    TransportSecurity host = launch.agree(line(plugin.certificate()));

    assertThat(ask(host, plugin.transport())).as("the host dials").isEqualTo("SERVING");
    assertThat(ask(plugin.transport(), host))
        .as("the plugin dials what the host's broker serves")
        .isEqualTo("SERVING");
  }

  @Test
  @DisplayName("those of another start are strangers, though they are made in the same way")
  void thoseOfAnotherStartAreStrangers() {
    HostSecurity.Launch launch = AutoMtls.host().begin();
    PluginSecurity.Offer plugin = offer(launch);
    TransportSecurity host = launch.agree(line(plugin.certificate()));
    HostSecurity.Launch otherLaunch = AutoMtls.host().begin();
    PluginSecurity.Offer otherPlugin = offer(otherLaunch);
    TransportSecurity otherHost = otherLaunch.agree(line(otherPlugin.certificate()));

    assertRefused("another start's host dials the plugin", ask(otherHost, plugin.transport()));
    assertRefused("the host dials another start's plugin", ask(host, otherPlugin.transport()));
    assertRefused("another start's plugin dials the host", ask(otherPlugin.transport(), host));
    assertRefused("without TLS", ask(TransportSecurity.NONE, plugin.transport()));
  }

  /// The check plays the plugin: it announces one certificate, and shows others of the same key.
  @Test
  @DisplayName("the host trusts the announced certificate, and none that is merely like it")
  void theHostWantsTheAnnouncedOne() {
    Instant now = Instant.now();
    Authority plugin = Authority.make();
    X509Certificate announced = plugin.certificate(now.minus(HOUR), now.plus(HOUR));
    TransportSecurity host = AutoMtls.host().begin().agree(line(field(der(announced))));

    likeIt(plugin, announced, now)
        .forEach(
            (what, shown) -> {
              String listens = ask(host, shown);
              String dials = ask(shown, host);
              if (what.equals("the announced certificate")) {
                assertThat(listens).as("the plugin listens with %s", what).isEqualTo("SERVING");
                assertThat(dials).as("the plugin dials with %s", what).isEqualTo("SERVING");
              } else {
                assertRefused("the plugin listens with " + what, listens);
                assertRefused("the plugin dials with " + what, dials);
              }
            });
  }

  /// The check plays the host.
  @Test
  @DisplayName("the plugin trusts the announced certificate, and none that is merely like it")
  void thePluginWantsTheAnnouncedOne() {
    Instant now = Instant.now();
    Authority host = Authority.make();
    X509Certificate announced = host.certificate(now.minus(HOUR), now.plus(HOUR));
    TransportSecurity plugin =
        AutoMtls.plugin()
            .prepare(Map.of(PluginSecurity.CLIENT_CERTIFICATE, pem(announced)))
            .transport();

    likeIt(host, announced, now)
        .forEach(
            (what, shown) -> {
              String answer = ask(shown, plugin);
              if (what.equals("the announced certificate")) {
                assertThat(answer).as("the host dials with %s", what).isEqualTo("SERVING");
              } else {
                assertRefused("the host dials with " + what, answer);
              }
            });
  }

  private static Map<String, TransportSecurity> likeIt(
      Authority own, X509Certificate announced, Instant now) {
    Authority other = Authority.make();
    X509Certificate sameKey = own.certificate(now.minus(HOUR), now.plus(HOUR));
    X509Certificate sameSerial =
        other.certificate(announced.getSerialNumber(), now.minus(HOUR), now.plus(HOUR), other);
    X509Certificate vouchedFor =
        other.certificate(BigInteger.TWO, now.minus(HOUR), now.plus(HOUR), own);
    return Map.of(
        "the announced certificate",
        new Shown(own, announced),
        "another certificate of the same key and names",
        new Shown(own, sameKey),
        "a stranger's certificate of the same names and number",
        new Shown(other, sameSerial),
        "a certificate that the announced one has signed, and that one behind it",
        new Shown(other, vouchedFor, announced));
  }

  @Test
  @DisplayName("the announced certificate is refused once it has expired")
  void anAnnouncedCertificateExpires() {
    Authority plugin = Authority.make();
    X509Certificate shortLived = null;
    TransportSecurity host = null;
    // A busy machine may need more time to read it than it lives.
    for (int seconds = 1; host == null && seconds <= 16; seconds *= 2) {
      Instant now = Instant.now();
      X509Certificate next = plugin.certificate(now.minus(HOUR), now.plusSeconds(seconds));
      shortLived = next;
      try {
        host = AutoMtls.host().begin().agree(line(field(der(next))));
      } catch (HandshakeException e) {
        assertThat(Instant.now())
            .as("the certificate was refused (%s) though it was valid until", e.getMessage())
            .isAfterOrEqualTo(next.getNotAfter().toInstant());
      }
    }
    assertThat(host).as("what the host makes of a certificate that is still valid").isNotNull();
    Instant end = shortLived.getNotAfter().toInstant();
    Awaitility.await("the certificate's end")
        .atMost(Duration.ofSeconds(25))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Instant.now().isAfter(end));

    assertRefused(
        "the plugin shows its announced certificate, which has expired meanwhile",
        ask(host, new Shown(plugin, shortLived)));
  }

  private static void assertRefused(String what, String answer) {
    assertThat(answer).as("%s: it must be refused", what).isEqualTo("refused");
  }

  /// `SERVING` or `refused`.
  private static String ask(TransportSecurity dialer, TransportSecurity listener) {
    try (ListeningServer server =
            UnixListener.inTempDirectory()
                .listen(
                    builder -> {
                      listener.secureListener(builder);
                      builder.addService(new HealthStatusManager().getHealthService());
                    });
        PluginConnection connection =
            PluginConnection.open(server.address(), dialer::secureDialer)) {
      return HealthGrpc.newBlockingStub(connection.channel())
          .withDeadlineAfter(30, TimeUnit.SECONDS)
          .check(HealthCheckRequest.getDefaultInstance())
          .getStatus()
          .name();
    } catch (StatusRuntimeException e) {
      // How grpc-java tells of a connection that TLS has not let happen.
      return e.getStatus().getCode() == Status.Code.UNAVAILABLE
          ? "refused"
          : "failed: " + e.getStatus();
    }
  }

  private static HandshakeLine line(String field) {
    // Not parsed: what parsing finds out already, agree must find out by itself.
    return HandshakeLine.of(1, NOWHERE).with(field, "");
  }

  private static String field(byte[] der) {
    return Base64.getEncoder().withoutPadding().encodeToString(der);
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(X509Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(der(certificate)));
  }

  /// A key, and certificates of it or by it.
  private record Authority(KeyPair keys) {
    static Authority make() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new Authority(generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    X509Certificate certificate(Instant from, Instant until) {
      return certificate(new BigInteger(120, new SecureRandom()), from, until, this);
    }

    /// @param issuer signs it, under the same name
    X509Certificate certificate(BigInteger serial, Instant from, Instant until, Authority issuer) {
      try {
        X509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                NAME, serial, Date.from(from), Date.from(until), NAME, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(issuer.keys.getPrivate())));
      } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// One that trusts everyone, and shows these certificates.
  private record Shown(Authority own, List<X509Certificate> chain) implements TransportSecurity {
    Shown(Authority own, X509Certificate... chain) {
      this(own, List.of(chain));
    }

    private X509Certificate[] shown() {
      return chain.toArray(new X509Certificate[0]);
    }

    @Override
    public void secureDialer(NettyChannelBuilder dialer) {
      try {
        dialer
            .sslContext(
                GrpcSslContexts.configure(
                        SslContextBuilder.forClient()
                            .keyManager(own.keys().getPrivate(), shown())
                            .trustManager(InsecureTrustManagerFactory.INSTANCE),
                        SslProvider.JDK)
                    .build())
            .useTransportSecurity()
            .overrideAuthority("localhost");
      } catch (SSLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void secureListener(NettyServerBuilder listener) {
      try {
        listener.sslContext(
            GrpcSslContexts.configure(
                    SslContextBuilder.forServer(own.keys().getPrivate(), shown())
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .clientAuth(ClientAuth.REQUIRE),
                    SslProvider.JDK)
                .build());
      } catch (SSLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
