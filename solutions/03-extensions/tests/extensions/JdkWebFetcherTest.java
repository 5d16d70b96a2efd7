package extensions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import attack.Attack;
import attack.Control;
import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fetcher against real servers on the loopback address.
class JdkWebFetcherTest {
  private static final List<String> HOSTS = List.of("127.0.0.1", "site.test", "*.below.test");

  private final WebSite site;

  JdkWebFetcherTest() throws IOException {
    site = WebSite.start();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private WebRules rules() {
    return WebRules.of(HOSTS, 1_000_000, Duration.ofSeconds(10))
        .withPorts(Set.of(site.port()))
        .withAddresses(List.of("127.0.0.1"));
  }

  /// A fetcher for which all names lead to the site.
  private JdkWebFetcher fetcher(WebRules rules) throws Exception {
    return new JdkWebFetcher(rules, host -> List.of(WebSite.loopback()), SSLContext.getDefault());
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(site.port(), path);
  }

  private static Reason reasonOf(ThrowingCallable call) {
    WebFetchException refused = catchThrowableOfType(WebFetchException.class, call);
    assertThat(refused).as("a WebFetchException").isNotNull();
    return refused.reason();
  }

  private static String text(WebResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), UTF_8);
    }
  }

  @Test
  void fetchesFromAnAllowedHost() throws Exception {
    try (WebResponse response = fetcher(rules()).fetch(url("/hello"))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.url()).isEqualTo(url("/hello"));
      assertThat(response.headers()).containsEntry("x-greeting", List.of("hi"));
      assertThat(response.body()).hasContent("hello");
    }
  }

  @Test
  void showsItsAuthorizationToThatOriginAloneAndNotAfterARedirect() throws Exception {
    String own = "http://127.0.0.1:" + site.port();
    JdkWebFetcher fetcher =
        fetcher(rules())
            .authorizedBy(
                origin -> origin.equals(own) ? Optional.of("Bearer x") : Optional.empty());

    assertThat(text(fetcher.fetch(url("/who")))).isEqualTo("[Bearer x]");
    assertThat(text(fetcher.fetch(url("/to?/who")))).isEqualTo("[Bearer x]");
    String elsewhere = "http://site.test:%d/who".formatted(site.port());
    assertThat(text(fetcher.fetch(url("/to?" + elsewhere)))).isEqualTo("null");
  }

  @Test
  void anErrorStatusIsAnAnswer() throws Exception {
    try (WebResponse response = fetcher(rules()).fetch(url("/missing"))) {
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void theServerSeesTheNameAndTheConnectionGoesToTheAddress() throws Exception {
    String url = "http://site.test:%d/hello".formatted(site.port());

    assertThat(text(fetcher(rules()).fetch(url))).isEqualTo("hello");

    assertThat(site.asked()).containsExactly("site.test:%d /hello".formatted(site.port()));
  }

  @Test
  void aRedirectToAnotherQueryStaysAtItsPath() throws Exception {
    try (WebResponse response = fetcher(rules()).fetch(url("/search"))) {
      assertThat(response.url()).isEqualTo(url("/search?words"));
      assertThat(response.body()).hasContent("words");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        "HTTP/1.1 999 Blocked\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "220 mail.test ESMTP\r\n\r\n"
      })
  void aServerThatSpeaksNoHttpIsUnreachable(String answer) throws Exception {
    assertThat(bodyOf(answer)).isEqualTo("UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "/hello",
        "//site.test/",
        "ftp://site.test/",
        "file:///etc/passwd",
        "jar:file:/a!/b",
        "gopher://site.test/",
        "http:///x",
        "http:site.test",
        "http://user@site.test/",
        "http://user:pw@site.test/",
        "http://b\u00fccher.test/",
        "http://site.test:99999999999/",
        "http://site.test/ x",
        "http://[::1/",
        "http://a_b.test/",
        "http://0x7f.1/",
        "http://127.1/"
      })
  void refusesWhatIsNoUsableUrl(String url) throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());

    assertThat(reasonOf(() -> fetcher.fetch(url))).isEqualTo(Reason.INVALID_URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://other.test/",
        "http://below.test/",
        "http://evilsite.test/",
        "http://site.test.evil.test/",
        "http://127.0.0.2/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/"
      })
  void refusesHostsThatAreNotListed(String url) throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());

    assertThat(reasonOf(() -> fetcher.fetch(url))).isEqualTo(Reason.HOST_NOT_ALLOWED);
  }

  @Test
  void refusesPortsThatAreNotListed() throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());

    for (String url :
        List.of("http://site.test:22/", "http://site.test:443/", "https://site.test:80/")) {
      assertThat(reasonOf(() -> fetcher.fetch(url))).isEqualTo(Reason.PORT_NOT_ALLOWED);
    }
  }

  @Test
  @Attack(
      value = "SSRF by a name that leads inside",
      defence = "each address of a name is checked",
      exercise = "3.9")
  void refusesANameThatLeadsToAPrivateAddress() throws Exception {
    WebRules strict = rules().withAddresses(List.of());
    JdkWebFetcher fetcher = fetcher(strict);
    String byName = "http://site.test:%d/hello".formatted(site.port());

    assertThat(reasonOf(() -> fetcher.fetch(byName))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    assertThat(reasonOf(() -> fetcher.fetch(url("/hello")))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    assertThat(site.asked()).isEmpty();
  }

  @Test
  @Control({"SSRF by a name that leads inside", "SSRF by a redirect"})
  void withAllAddressesAllowedTheInsideIsReached() throws Exception {
    JdkWebFetcher fetcher = fetcher(rules().withAddresses(List.of("0.0.0.0/0")));
    String inside = "http://site.test:%d/hello".formatted(site.port());

    assertThat(text(fetcher.fetch(inside))).isEqualTo("hello");
    assertThat(text(fetcher.fetch(url("/to?" + inside)))).isEqualTo("hello");
  }

  @Test
  void refusesANameOfWhichOneAddressIsPrivate() throws Exception {
    List<InetAddress> both = List.of(WebSite.loopback(), InetAddress.ofLiteral("10.0.0.1"));
    JdkWebFetcher fetcher = new JdkWebFetcher(rules(), host -> both, SSLContext.getDefault());

    assertThat(reasonOf(() -> fetcher.fetch("http://site.test:%d/".formatted(site.port()))))
        .isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    assertThat(site.asked()).isEmpty();
  }

  @Test
  @Attack(
      value = "SSRF by a name that changes after the check",
      defence = "the address that was checked is connected",
      exercise = "3.9")
  void looksANameUpOnceAndUsesWhatItHasChecked() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    HostResolver rebinding =
        host ->
            lookups.incrementAndGet() == 1
                ? List.of(WebSite.loopback())
                : List.of(InetAddress.ofLiteral("127.0.0.9"));
    JdkWebFetcher fetcher = new JdkWebFetcher(rules(), rebinding, SSLContext.getDefault());

    assertThat(text(fetcher.fetch("http://site.test:%d/hello".formatted(site.port()))))
        .isEqualTo("hello");

    assertThat(lookups).hasValue(1);
  }

  @Test
  void takesTheNextAddressIfOneRefusesTheConnection() throws Exception {
    List<InetAddress> two = List.of(InetAddress.ofLiteral("127.0.0.3"), WebSite.loopback());
    WebRules wider = rules().withAddresses(List.of("127.0.0.0/8"));
    JdkWebFetcher fetcher = new JdkWebFetcher(wider, host -> two, SSLContext.getDefault());

    assertThat(text(fetcher.fetch("http://site.test:%d/hello".formatted(site.port()))))
        .isEqualTo("hello");
  }

  @Test
  void followsFiveRedirectsAndNotSix() throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());

    try (WebResponse response = fetcher.fetch(url("/loop/4"))) {
      assertThat(response.url()).isEqualTo(url("/hello"));
      assertThat(response.body()).hasContent("hello");
    }
    assertThat(site.asked()).hasSize(6);
    assertThat(reasonOf(() -> fetcher.fetch(url("/loop/5")))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    assertThat(site.asked()).hasSize(12);
  }

  @Test
  @Attack(
      value = "SSRF by a redirect",
      defence = "each redirect is checked as the first URL",
      exercise = "3.9")
  void checksEachRedirect() throws Exception {
    HostResolver resolver =
        host ->
            List.of(
                host.equals("site.test")
                    ? InetAddress.ofLiteral("169.254.169.254")
                    : WebSite.loopback());
    JdkWebFetcher fetcher = new JdkWebFetcher(rules(), resolver, SSLContext.getDefault());

    assertThat(reasonOf(() -> fetcher.fetch(url("/to?http://site.test/latest/meta-data"))))
        .isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?http://other.test/"))))
        .isEqualTo(Reason.HOST_NOT_ALLOWED);
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?http://127.0.0.1:22/"))))
        .isEqualTo(Reason.PORT_NOT_ALLOWED);
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?file:///etc/passwd"))))
        .isEqualTo(Reason.INVALID_URL);
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?http://user@site.test/"))))
        .isEqualTo(Reason.INVALID_URL);
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?http://[bad")))).isEqualTo(Reason.INVALID_URL);
  }

  @Test
  void endsAnEndlessBody() throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());
    try (WebResponse response = fetcher.fetch(url("/endless"))) {
      assertThat(reasonOf(() -> response.body().readAllBytes())).isEqualTo(Reason.TOO_LARGE);
    }
    assertThat(reasonOf(() -> fetcher.fetch(url("/big?1000001")))).isEqualTo(Reason.TOO_LARGE);
    try (WebResponse response = fetcher.fetch(url("/big?1000000"))) {
      assertThat(response.body().readAllBytes()).hasSize(1_000_000);
    }
  }

  @Test
  void endsInTimeWhereverTheServerHangs() throws Exception {
    WebRules quick =
        new WebRules(
            rules().allowedHosts(),
            Set.of(site.port()),
            rules().allowedAddresses(),
            1000,
            Duration.ofMillis(700));
    JdkWebFetcher fetcher = fetcher(quick);

    assertThat(reasonOf(() -> fetcher.fetch(url("/silent")))).isEqualTo(Reason.TIMEOUT);
    try (WebResponse response = fetcher.fetch(url("/stalls"))) {
      assertThat(response.body().read()).isEqualTo('x');
      assertThat(reasonOf(() -> response.body().read())).isEqualTo(Reason.TIMEOUT);
    }
    assertThat(reasonOf(() -> fetcher.fetch(url("/to?/silent")))).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void endsInTimeIfTheResolverHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    WebRules quick =
        new WebRules(rules().allowedHosts(), Set.of(), List.of(), 1000, Duration.ofMillis(300));
    HostResolver hanging =
        host -> {
          try {
            never.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    JdkWebFetcher fetcher = new JdkWebFetcher(quick, hanging, SSLContext.getDefault());

    assertThat(reasonOf(() -> fetcher.fetch("http://site.test/"))).isEqualTo(Reason.TIMEOUT);
    never.countDown();
    assertThat(reasonOf(() -> fetcher.fetch("http://site.test/"))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void noticesABodyThatIsShorterThanPromised() throws Exception {
    assertThat(bodyOf("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")).isEqualTo("UNREACHABLE");
    assertThat(bodyOf("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdefghi")).isEqualTo("abc");
    assertThat(bodyOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"))
        .isEqualTo("UNREACHABLE");
    assertThat(bodyOf("HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nok")).isEqualTo("ok");
    assertThat(bodyOf("nonsense\r\n\r\n")).isEqualTo("UNREACHABLE");
  }

  /// What a fetcher makes of an answer, byte for byte.
  private String bodyOf(String answer) throws Exception {
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(WebSite.loopback(), 0));
      Thread.ofVirtual().start(() -> answerOnce(server, answer));
      JdkWebFetcher fetcher = fetcher(rules().withPorts(Set.of(server.getLocalPort())));
      try {
        return text(fetcher.fetch("http://127.0.0.1:%d/".formatted(server.getLocalPort())));
      } catch (WebFetchException e) {
        return e.reason().name();
      }
    }
  }

  private static void answerOnce(ServerSocket server, String answer) {
    try (Socket socket = server.accept()) {
      assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
      socket.getOutputStream().write(answer.getBytes(UTF_8));
    } catch (IOException ignored) {
      // The fetcher sees the connection's end, and the test sees the fetcher.
    }
  }

  @Test
  void tlsIsWithTheNameNotWithTheAddress() throws Exception {
    Path folder = Files.createTempDirectory("wt");
    try {
      SelfSigned identity = SelfSigned.in(folder);
      SSLContext tls = tls(identity);
      try (WebSite secure = WebSite.start(tls)) {
        WebRules rules =
            WebRules.of(
                    List.of("localhost", "site.test", "127.0.0.1"), 1000, Duration.ofSeconds(10))
                .withPorts(Set.of(secure.port()))
                .withAddresses(List.of("127.0.0.1"));
        JdkWebFetcher trusting = new JdkWebFetcher(rules, host -> List.of(WebSite.loopback()), tls);
        JdkWebFetcher other =
            new JdkWebFetcher(rules, host -> List.of(WebSite.loopback()), SSLContext.getDefault());
        String path = ":%d/hello".formatted(secure.port());

        assertThat(text(trusting.fetch("https://localhost" + path))).isEqualTo("hello");
        for (String host : List.of("site.test", "127.0.0.1")) {
          assertThat(reasonOf(() -> trusting.fetch("https://" + host + path)))
              .as("the certificate is for localhost, not for %s", host)
              .isEqualTo(Reason.UNREACHABLE);
        }
        assertThat(reasonOf(() -> other.fetch("https://localhost" + path)))
            .isEqualTo(Reason.UNREACHABLE);
        String downgrade = "http://localhost:%d/".formatted(secure.port());
        assertThat(
                reasonOf(
                    () ->
                        trusting.fetch(
                            "https://localhost:%d/to?%s".formatted(secure.port(), downgrade))))
            .isEqualTo(Reason.DOWNGRADE);
      }
    } finally {
      Files.delete(folder);
    }
  }

  private static SSLContext tls(SelfSigned identity) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, password);
    keys.setKeyEntry(
        "localhost", identity.key(), password, new Certificate[] {identity.certificate()});
    keys.setCertificateEntry("trusted", identity.certificate());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void leavesNoThreadAndNoConnectionBehind() throws Exception {
    JdkWebFetcher fetcher = fetcher(rules());
    List<WebResponse> open = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      open.add(fetcher.fetch(url("/endless")));
    }
    for (WebResponse response : open) {
      response.close();
    }
    assertThat(text(fetcher.fetch(url("/hello")))).isEqualTo("hello");
    assertThat(reasonOf(() -> fetcher.fetch(url("/loop/9")))).isEqualTo(Reason.TOO_MANY_REDIRECTS);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("HttpClient-")));
  }
}
