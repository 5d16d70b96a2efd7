package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import attack.Attack;
import attack.Control;
import basics.Logging;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What strangers do to a server on this machine. Raw sockets: no client would let us.
class LoopbackAttackTest {
  private static final Duration REQUEST_TIME = Duration.ofSeconds(1);

  /// More than the server under attack takes, and less than anyone would mind.
  private static final int TAKEN_BY_A_BARE_ONE = 64 << 20;

  private final LoopbackServer server = open();
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static LoopbackServer open() {
    try {
      return LoopbackServer.open(
          0, Map.of("/readyz", () -> Reply.json(200, "{\"a\":1}")), REQUEST_TIME);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void closeAll() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  private Socket connect() throws IOException {
    URI address = server.address();
    return connect(new InetSocketAddress(address.getHost(), address.getPort()));
  }

  private Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(20_000);
    socket.connect(address, 5_000);
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String ask(String... headers) throws IOException {
    Socket socket = connect();
    send(socket, "GET /readyz HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    return answer(socket);
  }

  private String host() {
    return "127.0.0.1:" + server.address().getPort();
  }

  @Test
  void aProgramOfThisMachineIsAnsweredAndTheConnectionClosed() throws IOException {
    assertThat(ask("Host: " + host()))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Connection: close")
        .containsIgnoringCase("Cache-Control: no-store")
        .doesNotContainIgnoringCase("Access-Control-Allow-Origin")
        .endsWith("{\"a\":1}");
    assertThat(ask("Host: LOCALHOST:" + server.address().getPort())).contains(" 200 ");
    assertThat(ask("Host: " + host(), "Origin: http://" + host())).contains(" 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "a name that was made to lead here, Host: evil.example:%d",
    "the own name inside another, Host: localhost.evil.example:%d",
    "another port, Host: 127.0.0.1:1",
    "no port, Host: localhost",
    "another site's page, Host: localhost:%d|Origin: http://evil.example",
    "a sandboxed page, Host: localhost:%d|Origin: null",
    "another port's page, Host: localhost:%d|Origin: http://localhost:1",
    "the same by another scheme, Host: localhost:%d|Origin: https://localhost:%d",
    "a picture on another site, Host: localhost:%d|Sec-Fetch-Site: cross-site",
    "a page of a neighbour, Host: localhost:%d|Sec-Fetch-Site: same-site",
    "two hosts, Host: localhost:%d|Host: evil.example",
    "no host at all, Accept: */*",
  })
  @Attack(
      value = "HTTP from another origin",
      defence = "Host, Origin and Sec-Fetch-Site must be the own",
      exercise = "4.5")
  void otherOriginsAreRefused(String who, String headers) throws IOException {
    String port = String.valueOf(server.address().getPort());
    assertThat(ask(headers.replace("%d", port).split("\\|", -1)))
        .as(who)
        .matches("(?s)HTTP/1.1 40[03] .*")
        .doesNotContain("{\"a\":1}");
  }

  @Test
  @Control({"HTTP from another origin", "HTTP with a body of 1 GB"})
  void aServerWithoutRulesAnswersAndTakesAllOfIt() throws IOException {
    AtomicLong taken = new AtomicLong();
    HttpServer bare = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    bare.createContext(
        "/readyz",
        exchange -> {
          taken.addAndGet(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
          exchange.sendResponseHeaders(200, 7);
          exchange.getResponseBody().write("{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    bare.start();
    try {
      Socket socket = connect(bare.getAddress());
      send(
          socket,
          "POST /readyz HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
              + "Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(TAKEN_BY_A_BARE_ONE));
      byte[] chunk = new byte[1 << 16];
      for (int sent = 0; sent < TAKEN_BY_A_BARE_ONE; sent += chunk.length) {
        socket.getOutputStream().write(chunk);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ").endsWith("{\"a\":1}");
      assertThat(taken).hasValue(TAKEN_BY_A_BARE_ONE);
    } finally {
      bare.stop(0);
    }
  }

  @Test
  @Control("HTTP that is never complete")
  void aServerWithoutLimitsIsHeldUpByOne() throws IOException {
    HttpServer bare = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    bare.createContext("/readyz", exchange -> exchange.sendResponseHeaders(200, -1));
    bare.start();
    try {
      send(connect(bare.getAddress()), "GET /readyz HTTP/1.1\r\nHost: ");
      Socket other = connect(bare.getAddress());
      other.setSoTimeout(2_000);
      send(other, "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThatThrownBy(() -> answer(other)).isInstanceOf(SocketTimeoutException.class);
    } finally {
      closeAll();
      bare.stop(0);
    }
  }

  @Test
  @Attack(value = "HTTP with a body of 1 GB", defence = "no body is read", exercise = "4.5")
  void aBodyOfOneGigabyteIsRefusedUnread() throws IOException {
    Socket socket = connect();
    send(
        socket,
        "POST /readyz HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 1073741824\r\n\r\n");
    long sent = 0;
    byte[] chunk = new byte[1 << 16];
    try {
      while (sent < 1L << 30) {
        socket.getOutputStream().write(chunk);
        sent += chunk.length;
      }
    } catch (SocketException expected) {
      // The server has closed the connection.
    }
    assertThat(sent).as("bytes that the server and the system took").isLessThan(32L << 20);
    assertThat(ask("Host: " + host(), "Content-Length: 1073741824")).contains(" 413 ");
    assertThat(ask("Host: " + host(), "Transfer-Encoding: chunked")).contains(" 413 ");
    assertThat(ask("Host: " + host())).contains(" 200 ");
  }

  @Test
  @Attack(
      value = "HTTP that is never complete",
      defence = "a time limit for each request",
      exercise = "4.5")
  void slowRequestsNeitherHoldUpOthersNorStay() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Socket socket = connect();
      send(socket, "GET /readyz HTTP/1.1\r\nHost: ");
      slow.add(socket);
    }
    long start = System.nanoTime();
    assertThat(ask("Host: " + host())).contains(" 200 ");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(REQUEST_TIME);

    for (Socket socket : slow) {
      // Each goes on with a byte now and then; the server closes it all the same.
      await().atMost(Duration.ofSeconds(15)).until(() -> isClosed(socket));
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      send(socket, "x");
      InputStream in = socket.getInputStream();
      socket.setSoTimeout(50);
      return in.read() == -1;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void moreRequestsThanItWorksOnAreRefusedUntilTheirTimeIsUp() throws IOException {
    for (int i = 0; i < 200; i++) {
      send(connect(), "GET /readyz HTTP/1.1\r\nHost: ");
    }
    await("it recovers")
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .until(() -> ask("Host: " + host()).contains(" 200 "));
  }

  @Test
  void headersWithoutEndAreCutOff() throws IOException {
    Socket socket = connect();
    send(socket, "GET /readyz HTTP/1.1\r\nHost: " + host() + "\r\n");
    long sent = 0;
    String line = "X-More: " + "x".repeat(8_000) + "\r\n";
    try {
      while (sent < 64L << 20) {
        send(socket, line);
        sent += line.length();
      }
    } catch (SocketException expected) {
      // Cut off.
    }
    assertThat(sent).isLessThan(32L << 20);
    assertThat(ask("Host: " + host())).contains(" 200 ");
  }

  @Test
  void otherPagesAndMethodsAreNone() throws IOException {
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE")) {
      Socket socket = connect();
      send(socket, method + " /readyz HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
      assertThat(answer(socket)).as(method).contains(" 405 ");
    }
    Socket socket = connect();
    send(socket, "GET /etc/../readyz/x HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
    assertThat(answer(socket)).contains(" 404 ");
    Socket head = connect();
    send(head, "HEAD /readyz HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
    assertThat(answer(head)).contains(" 200 ").doesNotContain("{");
  }

  @Test
  void itListensOnTheLoopbackAddressAlone() {
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
  }
}
