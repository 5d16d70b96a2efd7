package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import attack.Attack;
import attack.Control;
import basics.Logging;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers do to the page that can kill a plugin. Raw sockets: no client would let us.
class MonitoringPageAttackTest {
  private static final PluginMeters METERS = new PluginMeters();
  private static final LogTail LOG = listen();
  private static final List<String> RECORDED = new ArrayList<>();
  private static final Supervisor SUPERVISOR =
      MonitoringFixture.supervisor(manifest("a", command(7)))
          .interceptor(METERS::interceptor)
          .open();
  private static final MonitoringPage PAGE =
      MonitoringPage.builder(SUPERVISOR, METERS)
          .log(LOG)
          .audit(() -> List.of("an audit line"))
          .listener(MonitoringPageAttackTest::recorded)
          .build();
  private static final LoopbackServer SERVER = open();

  private final List<Socket> sockets = new ArrayList<>();

  @TempDir private Path folder = Path.of("");

  private static LogTail listen() {
    Logging.toStderr();
    return LogTail.ofThisProcess();
  }

  private static LoopbackServer open() {
    try {
      return PAGE.open(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void recorded(String plugin, String action) {
    if (action.equals("restart")) {
      throw new IllegalStateException("the audit log is full");
    }
    RECORDED.add(action + " " + plugin);
  }

  @BeforeAll
  static void startThePlugin() {
    SUPERVISOR.registry().startAll(LONG);
  }

  @AfterEach
  void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @AfterAll
  static void nothingIsLeft() {
    SERVER.close();
    SUPERVISOR.close();
    LOG.close();
    METERS.close();
    MonitoringFixture.assertNothingRuns();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress("127.0.0.1", SERVER.address().getPort()), 5_000);
    sockets.add(socket);
    return socket;
  }

  private String ask(String line, String... headers) throws IOException {
    Socket socket = connect();
    send(socket, line, headers);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(Socket socket, String line, String... headers) throws IOException {
    OutputStream out = socket.getOutputStream();
    String head = line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String own() {
    return "Host: 127.0.0.1:" + SERVER.address().getPort();
  }

  private static String withToken() {
    return "Authorization: Bearer " + PAGE.token().secret();
  }

  private static String process() {
    return status(SUPERVISOR, "a").processId().orElseThrow();
  }

  /// The way that the person takes: without it, no refusal below would mean anything.
  @Test
  @Control("HTTP without the token")
  void thePersonWithTheTokenKillsAPluginAndReadsTheLog() throws IOException {
    String before = process();
    assertThat(ask("POST /plugins/a/kill", own(), withToken()))
        .startsWith("HTTP/1.1 202 ")
        .contains("SIGKILL was sent to process " + before);
    assertThat(RECORDED).contains("kill a");
    MonitoringFixture.awaitRestart(SUPERVISOR, "a", before);
    awaitCondition(SUPERVISOR, "a", Condition.READY);
    assertThat(ask("GET /tail", own(), withToken())).contains(" 200 ", "an audit line", "kills");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill", "restart", "release"})
  @Attack(
      value = "HTTP without the token",
      defence = "an action needs the token of the page",
      exercise = "4.5")
  void noActionWithoutToken(String action) throws IOException {
    String before = process();
    assertThat(ask("POST /plugins/a/" + action, own()))
        .startsWith("HTTP/1.1 401 ")
        .containsIgnoringCase("WWW-Authenticate: Bearer");
    assertThat(process()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "another secret, Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "none, Authorization: Bearer",
    "an empty one, 'Authorization: Bearer '",
    "the beginning of it, Authorization: Bearer %.20s",
    "more than it, Authorization: Bearer %sA",
    "another scheme, Authorization: Basic %s",
    "no scheme, Authorization: %s",
    "one of two, Authorization: Bearer %s|Authorization: Bearer x",
    "in a cookie, Cookie: token=%s",
  })
  @Attack(
      value = "HTTP without the token",
      defence = "an action needs the token of the page",
      exercise = "4.5")
  void aWrongTokenOpensNothing(String which, String headers) throws IOException {
    String before = process();
    List<String> all = new ArrayList<>(List.of(own()));
    all.addAll(List.of(headers.replaceAll("%(\\.\\d+)?s", "%1\\$$1s").split("\\|", -1)));
    String[] sent =
        all.stream().map(each -> each.formatted(PAGE.token().secret())).toArray(String[]::new);

    assertThat(ask("POST /plugins/a/kill", sent)).as(which).startsWith("HTTP/1.1 401 ");
    assertThat(ask("GET /tail", sent)).as(which).startsWith("HTTP/1.1 401 ");
    assertThat(process()).isEqualTo(before);
  }

  @Test
  void aTokenInTheAddressOpensNothing() throws IOException {
    String secret = PAGE.token().secret();
    assertThat(ask("POST /plugins/a/kill?token=" + secret, own())).contains(" 401 ");
    assertThat(ask("GET /tail?token=" + secret, own())).contains(" 401 ");
  }

  @ParameterizedTest
  @CsvSource({
    "another site's page, Host: localhost:%d|Origin: http://evil.example",
    "a sandboxed page, Host: localhost:%d|Origin: null",
    "another program's page on this machine, Host: localhost:%d|Origin: http://localhost:1",
    "a form on another site, Host: localhost:%d|Sec-Fetch-Site: cross-site",
    "a name that was made to lead here, Host: evil.example:%d|Origin: http://evil.example:%d",
  })
  @Attack(
      value = "HTTP from another origin",
      defence = "Host, Origin and Sec-Fetch-Site must be the own",
      exercise = "4.5")
  void anotherSiteIsRefusedEvenIfItHasTheToken(String who, String headers) throws IOException {
    String before = process();
    List<String> sent = new ArrayList<>(List.of(withToken()));
    String port = String.valueOf(SERVER.address().getPort());
    sent.addAll(List.of(headers.replace("%d", port).split("\\|", -1)));

    for (String line : List.of("POST /plugins/a/kill", "GET /tail", "GET /status", "GET /")) {
      assertThat(ask(line, sent.toArray(String[]::new)))
          .as("%s: %s", who, line)
          .startsWith("HTTP/1.1 403 ")
          .doesNotContainIgnoringCase("Access-Control-Allow");
    }
    assertThat(process()).isEqualTo(before);
  }

  /// A picture's address, a link that a browser follows ahead of time: a GET does nothing.
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void anActionIsDoneByPostAlone(String method) throws IOException {
    String before = process();
    assertThat(ask(method + " /plugins/a/kill", own(), withToken()))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("Allow: POST");
    assertThat(process()).isEqualTo(before);
  }

  @Test
  void aPageIsNotPostedTo() throws IOException {
    assertThat(ask("POST /status", own(), withToken()))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("Allow: GET, HEAD");
    assertThat(ask("POST /plugins/b/kill", own(), withToken())).contains(" 404 ");
    assertThat(ask("POST /plugins/a/format", own(), withToken())).contains(" 404 ");
  }

  @Test
  @Attack(value = "HTTP with a body of 1 GB", defence = "no body is read", exercise = "4.5")
  void aBodyOfOneGigabyteIsRefusedUnreadEvenWithTheToken() throws IOException {
    String before = process();
    Socket socket = connect();
    send(socket, "POST /plugins/a/kill", own(), withToken(), "Content-Length: 1073741824");
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
    for (String body : List.of("Content-Length: 1073741824", "Transfer-Encoding: chunked")) {
      assertThat(ask("POST /plugins/a/kill", own(), withToken(), body)).as(body).contains(" 413 ");
    }
    assertThat(process()).isEqualTo(before);
  }

  @Test
  void whatCannotBeRecordedIsNotDone() throws IOException {
    String before = process();
    assertThat(ask("POST /plugins/a/restart", own(), withToken())).contains(" 500 ");
    assertThat(process()).isEqualTo(before);
  }

  @Test
  void whatIsNotPossibleIsSaidSo() throws IOException {
    assertThat(ask("POST /plugins/a/release", own(), withToken()))
        .startsWith("HTTP/1.1 409 ")
        .contains("\"a\" is not quarantined");
  }

  @Test
  void noAnswerAndNoLogHoldsTheToken() throws IOException {
    String everything =
        ask("GET /", own())
            + ask("GET /page.js", own())
            + ask("GET /status", own())
            + ask("GET /metrics", own())
            + ask("GET /tail", own(), withToken())
            + LOG.lines()
            + PAGE.token();
    assertThat(everything).contains("Plugins of this host").doesNotContain(PAGE.token().secret());
    assertThat(ProcessHandle.current().info().arguments().orElse(new String[0]))
        .noneMatch(argument -> argument.contains(PAGE.token().secret()));
  }

  /// A policy that forbids inline scripts is kept only by pages that have none.
  @Test
  void theBrowserIsToldToRunNothingButThePagesOwnFiles() throws IOException {
    String page = ask("GET /", own());
    assertThat(page)
        .contains("Content-security-policy: default-src 'none'; script-src 'self'")
        .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe-inline")
        .doesNotContainPattern(Pattern.compile("(?i)\\son\\w+=|style=|javascript:|https?://"))
        .doesNotContainPattern(Pattern.compile("<script(?! src=\"page.js\")"));
    assertThat(ask("GET /page.js", own()))
        .contains("Content-type: text/javascript")
        .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void theLinksFileIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("link");
    PAGE.token().write(SERVER.address(), file);
    PAGE.token().write(SERVER.address(), file);
    assertThat(file).hasContent(SERVER.address() + "/#token=" + PAGE.token().secret());
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
    assertThat(AccessToken.create().secret())
        .hasSize(43)
        .isNotEqualTo(AccessToken.create().secret());
  }
}
