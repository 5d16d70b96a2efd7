package gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import extensions.SwapReport;
import gateway.demo.ServerBehind;
import gateway.demo.TokenIssuer;
import gateway.demo.Visitors;
import gateway.demo.Visitors.Phase;
import gateway.front.Gateway;
import gateway.wire.MetricsPageClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import monitoring.Supervisor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A gateway with all four steps as processes, and a server behind it; the same for all tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
  private static final Duration LIMIT = OpenGateway.LIMIT;

  private final OpenGateway all;
  private final Supervisor plugins;
  private final ServerBehind behind;
  private final Gateway gateway;

  GatewayTest() throws IOException {
    Logging.toStderr();
    all = OpenGateway.open();
    plugins = all.plugins();
    behind = all.behind();
    gateway = all.gateway();
  }

  @AfterAll
  void nothingIsLeft() throws IOException {
    all.close();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(ProcessHandle.current().descendants()).isEmpty());
  }

  @Test
  void aGoodTokenReachesTheServerAsItsSubjectAndNotAsAToken() throws Exception {
    HttpResponse<String> response =
        all.send(all.request("ada", "/hello?a=b").POST(BodyPublishers.ofString("12345")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("hello, ada, you sent 5 bytes");
  }

  @Test
  void withoutAGoodTokenNothingReachesTheServer() throws Exception {
    long before = behind.requests();

    HttpResponse<String> none =
        all.send(HttpRequest.newBuilder(gateway.address().resolve("/alone")));
    HttpResponse<String> forged =
        all.send(
            HttpRequest.newBuilder(gateway.address().resolve("/alone"))
                .header("Authorization", "Bearer " + new TokenIssuer().issue("ada", LIMIT)));

    assertThat(List.of(none.statusCode(), forged.statusCode())).containsOnly(401);
    assertThat(none.headers().firstValue("www-authenticate")).contains("Bearer");
    assertThat(behind.requests()).isEqualTo(before);
  }

  @Test
  void aVisitorsOwnFactIsNotBelieved() throws Exception {
    HttpResponse<String> response =
        all.send(all.request("ada", "/").header("X-Gateway-Subject", "admin"));

    assertThat(response.body()).isEqualTo("hello, ada");
  }

  /// Put behind the server's address, `@` would make that a user's name, and the rest a host.
  @Test
  void aTargetThatIsNoPathReachesNoServer() throws Exception {
    long before = behind.requests();
    String token = all.issuer().issue("ada", LIMIT);
    String target = "@" + behind.address().getAuthority() + "/elsewhere";

    String status;
    try (Socket visitor = new Socket("127.0.0.1", gateway.address().getPort())) {
      visitor
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(target, token)
                  .getBytes(StandardCharsets.US_ASCII));
      status =
          new BufferedReader(
                  new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
    }

    assertThat(status).startsWith("HTTP/1.1 4");
    assertThat(behind.requests()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsTooLongIsRefused() throws Exception {
    byte[] body = new byte[(1 << 20) + 1];

    assertThat(
            all.send(all.request("ada", "/").POST(BodyPublishers.ofByteArray(body))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void theTokenBucketIsSwappedUnderLoadAndNoRequestIsLost() {
    long earlier = behind.requests();
    String version = plugins.registry().plugin("rate-limit").manifest().version().toString();
    Visitors visitors = Visitors.at(gateway.address(), all.issuer().issue("ada", LIMIT));

    SwapReport report;
    try (visitors) {
      await().atMost(LIMIT).until(() -> visitors.tally(Phase.BEFORE).limited() > 3);
      visitors.enter(Phase.DURING);
      report = plugins.registry().swap(Steps.gate("rate-limit", "2.0.0", "rate=100000/s"));
      visitors.enter(Phase.AFTER);
      await().atMost(LIMIT).until(() -> visitors.tally(Phase.AFTER).passed() > 50);
    }

    assertThat(visitors.losses()).isEmpty();
    long passed = 0;
    for (Phase phase : Phase.values()) {
      Visitors.Tally tally = visitors.tally(phase);
      assertThat(tally.lost()).as("%s: %s", phase, tally).isZero();
      assertThat(tally.sent()).as("%s: %s", phase, tally).isPositive();
      passed += tally.passed();
    }
    assertThat(visitors.tally(Phase.AFTER).limited()).as("the new bucket is wide").isLessThan(5);
    assertThat(behind.requests() - earlier).as("each once").isEqualTo(passed);
    assertThat(report.drained()).isTrue();
    assertThat(version).isEqualTo("1.0.0");
    assertThat(report.to()).hasToString("2.0.0");
  }

  @Test
  void withoutAuthenticationNobodyPassesAndThenItIsBack() throws Exception {
    long before = behind.requests();
    plugins.quarantine("auth", "a test");

    HttpResponse<String> closed = all.send(all.request("grace", "/"));

    assertThat(closed.statusCode()).isEqualTo(503);
    assertThat(closed.body()).contains("auth gives no decision");
    assertThat(behind.requests()).isEqualTo(before);
    plugins.release("auth");
    await().atMost(LIMIT).until(() -> all.send(all.request("grace", "/")).statusCode() == 200);
  }

  @Test
  void aGateThatDiesIsRestarted() {
    Steps.kill(plugins, "auth");

    await().atMost(LIMIT).until(() -> all.send(all.request("linus", "/")).statusCode() == 200);
  }

  @Test
  void withoutLoggingRequestsPassAndAreCountedAsMissed() throws Exception {
    plugins.quarantine("access-log", "a test");
    long before = gateway.missed("access-log");

    assertThat(all.send(all.request("mary", "/unseen")).statusCode()).isEqualTo(200);

    await().atMost(LIMIT).until(() -> gateway.missed("access-log") > before);
    plugins.release("access-log");
    plugins.registry().plugin("access-log").awaitReady(LIMIT);
    assertThat(Files.exists(all.log()) ? Files.readString(all.log()) : "")
        .doesNotContain("/unseen");
  }

  @Test
  void whatPassedIsALineOfJsonAndAFigure() throws Exception {
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              var ignored = all.send(all.request("barbara", "/seen%0Aline?secret=x"));
              return Files.exists(all.log()) && Files.readString(all.log()).contains("barbara");
            });

    assertThat(Files.readAllLines(all.log()))
        .allSatisfy(line -> assertThat(line).startsWith("{\"at\":").endsWith("}"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"path\":\"/seen%0Aline\",\"status\":200,\"subject\":\"barbara\""))
        .noneSatisfy(line -> assertThat(line).contains("secret"));
    assertThat(plugins.client("metrics", channel -> new MetricsPageClient(channel, LIMIT)).text())
        .contains("gateway_requests_seconds_count{method=\"GET\",status=\"200\"}");
  }
}
