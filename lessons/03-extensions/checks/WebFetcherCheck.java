import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebResponse;
import extensions.AddressCheck;
import extensions.HostResolver;
import extensions.JdkWebFetcher;
import extensions.WebRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses, and a real web server on the loopback address.
@Tag("3.9")
@DisplayName("3.9 JdkWebFetcher")
class WebFetcherCheck {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  /// `/N` redirects N times; `/slow/N` does so, each after 300 ms; `/0` is `hello`, `/large` has
  /// 2000 bytes, `/out` and `/forbidden` redirect to other hosts.
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String slow = path.startsWith("/slow/") ? "/slow/" : "/";
    try (exchange) {
      if (path.equals("/out")) {
        redirect(exchange, "http://private.test:" + server.getAddress().getPort() + "/0");
      } else if (path.equals("/forbidden")) {
        redirect(exchange, "http://forbidden.test/");
      } else if (path.equals("/large")) {
        exchange.sendResponseHeaders(200, 2_000);
        exchange.getResponseBody().write(new byte[2_000]);
      } else if (path.endsWith("/0")) {
        exchange.sendResponseHeaders(200, 5);
        exchange.getResponseBody().write("hello".getBytes(UTF_8));
      } else {
        if (slow.equals("/slow/")) {
          pause();
        }
        redirect(exchange, slow + (Integer.parseInt(path.substring(slow.length())) - 1));
      }
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(302, -1);
  }

  private void pause() {
    try {
      assertThat(never.await(300, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JdkWebFetcher fetcher(HostResolver resolver, Duration timeout) throws Exception {
    WebRules rules =
        WebRules.of(List.of("site.test", "private.test"), 1000, timeout)
            .withPorts(Set.of(server.getAddress().getPort()))
            .withAddresses(List.of("127.0.0.1"));
    return new JdkWebFetcher(rules, resolver, SSLContext.getDefault());
  }

  /// A fetcher for which private.test is in a private network, and all else on this machine.
  private JdkWebFetcher fetcher() throws Exception {
    return fetcher(
        host -> List.of(host.equals("private.test") ? InetAddress.ofLiteral("10.1.2.3") : LOOPBACK),
        Duration.ofSeconds(10));
  }

  private String url(String path) {
    return "http://site.test:" + server.getAddress().getPort() + path;
  }

  private static void refuses(Reason reason, String what, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown)
        .as("%s must be refused with a WebFetchException", what)
        .isInstanceOf(WebFetchException.class);
    assertThat(((WebFetchException) thrown).reason())
        .as("why %s is refused", what)
        .isEqualTo(reason);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.1.2.3",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1",
        "2001:db8::1",
        "::7f00:1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "100::1",
        "4000::1"
      })
  @DisplayName("an address that is not public is special")
  void knowsSpecialAddresses(String text) {
    assertThat(AddressCheck.special(InetAddress.ofLiteral(text)))
        .as("what %s is, as it is not public", text)
        .isPresent();
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.32.0.0",
        "100.128.0.0",
        "11.0.0.1",
        "2606:4700::1",
        "2a00::1",
        "64:ff9b::101:101",
        "2002:101:101::"
      })
  @DisplayName("a public address is not special")
  void knowsPublicAddresses(String text) {
    assertThat(AddressCheck.special(InetAddress.ofLiteral(text)))
        .as("%s is public", text)
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "127.0.0.1; loopback",
        "169.254.169.254; link-local",
        "::1; loopback",
        "64:ff9b::a00:1; private, inside IPv6",
        "2002:7f00:1::; loopback, inside IPv6",
        "4000::1; reserved",
      })
  @DisplayName("says what an address is that is not public")
  void saysWhatAnAddressIs(String text, String what) {
    assertThat(AddressCheck.special(InetAddress.ofLiteral(text)))
        .as("what %s is", text)
        .contains(what);
  }

  @Test
  @DisplayName("follows redirects to their end, up to five")
  void followsFiveRedirects() throws Exception {
    try (WebResponse response = fetcher().fetch(url("/5"))) {
      assertThat(response.status()).as("the status of the last answer").isEqualTo(200);
      assertThat(response.url()).as("where the answer came from").isEqualTo(url("/0"));
      assertThat(response.body()).hasContent("hello");
    }
  }

  @Test
  @DisplayName("refuses a sixth redirect")
  void refusesASixth() {
    refuses(Reason.TOO_MANY_REDIRECTS, "a chain of six", () -> fetcher().fetch(url("/6")));
  }

  @Test
  @DisplayName("checks the address of each redirect")
  void checksEachHop() {
    refuses(
        Reason.ADDRESS_NOT_ALLOWED,
        "a redirect to a name that leads to 10.1.2.3",
        () -> fetcher().fetch(url("/out")));
  }

  @Test
  @DisplayName("checks all addresses of a name")
  void checksAllAddresses() {
    InetAddress other = InetAddress.ofLiteral("10.1.2.3");
    for (List<InetAddress> both : List.of(List.of(LOOPBACK, other), List.of(other, LOOPBACK))) {
      refuses(
          Reason.ADDRESS_NOT_ALLOWED,
          "a name that leads to " + both,
          () -> fetcher(host -> both, Duration.ofSeconds(10)).fetch(url("/0")));
    }
  }

  @Test
  @DisplayName("names host, address and reason")
  void saysWhy() {
    Throwable thrown =
        catchThrowable(
            () -> fetcher().fetch("http://private.test:" + server.getAddress().getPort() + "/0"));

    assertThat(thrown)
        .as("the refusal of an address")
        .hasMessageContaining("private.test")
        .hasMessageContaining("10.1.2.3")
        .hasMessageContaining("private");
  }

  @Test
  @DisplayName("all hops share one budget of time")
  void sharesTheTime() {
    refuses(
        Reason.TIMEOUT,
        "a chain of five redirects of 300 ms each, with 1 s for the whole,",
        () ->
            fetcher(host -> List.of(LOOPBACK), Duration.ofSeconds(1))
                .fetch(url("/slow/5"))
                .close());
  }

  @Test
  @DisplayName("leaves no connection open")
  void leavesNothingOpen() throws Exception {
    JdkWebFetcher fetcher = fetcher();
    fetcher.fetch(url("/2")).close();
    refuses(Reason.TOO_MANY_REDIRECTS, "a chain of six", () -> fetcher.fetch(url("/6")));
    refuses(Reason.ADDRESS_NOT_ALLOWED, "a way out", () -> fetcher.fetch(url("/out")));
    refuses(Reason.HOST_NOT_ALLOWED, "another host", () -> fetcher.fetch(url("/forbidden")));
    refuses(Reason.TOO_LARGE, "2000 bytes of 1000", () -> fetcher.fetch(url("/large")));

    await("each exchange that is not the result is closed: its client's threads end")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("HttpClient-")));
  }
}
