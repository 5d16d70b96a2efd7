package gateway.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gateway.Passage;
import gateway.Verdict;
import gateway.wire.ObserverClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import monitoring.Supervisor;

/// An HTTP gateway in front of one server. What it does to a request is in plugins: gates say
/// whether it goes on, observers are told of its end.
///
/// | answer of its own | to |
/// |---|---|
/// | what a gate says, such as 401 or 429 | a request that a gate refuses |
/// | 413 | a body of more than 1 MiB |
/// | 502, 504 | the server behind did not answer, or not in time |
/// | 503 | a gate gives no decision, and its rule is [WhenGone#REFUSE] |
///
/// Safe for use by many threads. It uses the supervisor's plugins and does not own them. Close it.
public final class Gateway implements AutoCloseable {
  private static final Duration REPORT_TIME = Duration.ofSeconds(10);
  private static final int BODY_LIMIT_BYTES = 1 << 20;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Gates gates;
  private final Map<String, Reporter> reporters = new LinkedHashMap<>();
  private final Forwarder forwarder;

  private Gateway(
      HttpServer server, URI behind, Gates gates, List<String> observers, Supervisor plugins) {
    this.server = server;
    this.forwarder = new Forwarder(behind);
    this.gates = gates;
    for (String name : observers) {
      reporters.put(
          name,
          new Reporter(plugins.client(name, channel -> new ObserverClient(channel, REPORT_TIME))));
    }
  }

  /// Opens it on the loopback address.
  ///
  /// @param port 1 to 65535; 0 lets the system choose
  /// @param behind where requests go, with no path, such as `http://127.0.0.1:8080`
  /// @param rules the gates, in the order in which they are asked
  /// @param observers the names of the plugins that are told
  /// @param plugins where the steps are
  /// @throws IOException if the port is in use
  public static Gateway open(
      int port, URI behind, List<GateRule> rules, List<String> observers, Supervisor plugins)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, /* backlog= */ 0);
    Gateway gateway = new Gateway(server, behind, Gates.of(rules, plugins), observers, plugins);
    server.createContext("/", gateway::handle);
    server.setExecutor(gateway.workers);
    server.start();
    return gateway;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Instant at = Instant.now();
    long startNanos = System.nanoTime();
    Map<String, List<String>> headers = Headers.passing(exchange.getRequestHeaders());
    Gates.Decision decision =
        gates.check(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            Headers.single(headers));
    try (exchange) {
      switch (decision.verdict()) {
        case Verdict.Pass _ -> forward(exchange, headers, decision.facts());
        case Verdict.Refusal refusal -> {
          refusal.headers().forEach(exchange.getResponseHeaders()::set);
          answer(exchange, refusal.status(), refusal.reason());
        }
      }
    } finally {
      report(exchange, at, decision, Duration.ofNanos(System.nanoTime() - startNanos));
    }
  }

  private void forward(
      HttpExchange exchange, Map<String, List<String>> headers, Map<String, String> facts)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
    if (body.length > BODY_LIMIT_BYTES) {
      answer(exchange, 413, "no more than %d bytes".formatted(BODY_LIMIT_BYTES));
      return;
    }
    // The token ends here: the server behind believes the facts, and cannot leak what it never had.
    headers.remove("authorization");
    URI uri = exchange.getRequestURI();
    String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    try {
      pass(exchange, forwarder.send(exchange.getRequestMethod(), target, headers, facts, body));
    } catch (HttpTimeoutException e) {
      answer(exchange, 504, "the server behind takes too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, "the gateway ends");
    } catch (IOException e) {
      if (exchange.getResponseCode() >= 0) {
        // Too late for another answer: the visitor sees one that breaks off.
        throw e;
      }
      answer(exchange, 502, "the server behind does not answer");
    }
  }

  private static void pass(HttpExchange exchange, HttpResponse<InputStream> response)
      throws IOException {
    try (InputStream body = response.body()) {
      exchange.getResponseHeaders().putAll(Headers.passing(response.headers().map()));
      long length = response.headers().firstValueAsLong("content-length").orElse(0);
      boolean empty = exchange.getRequestMethod().equals("HEAD") || hasNoBody(response);
      exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : length);
      if (!empty) {
        try (OutputStream out = exchange.getResponseBody()) {
          body.transferTo(out);
        }
      }
    }
  }

  private static boolean hasNoBody(HttpResponse<?> response) {
    return response.statusCode() == 204
        || response.statusCode() == 304
        || response.headers().firstValueAsLong("content-length").orElse(-1) == 0;
  }

  private static void answer(HttpExchange exchange, int status, String line) throws IOException {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private void report(HttpExchange exchange, Instant at, Gates.Decision decision, Duration took) {
    Passage passage =
        new Passage(
            at,
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getResponseCode(),
            decision.facts().getOrDefault(Verdict.SUBJECT, ""),
            took);
    reporters.values().forEach(reporter -> reporter.tell(passage));
  }

  /// Where it is, such as `http://127.0.0.1:8080`, with no slash at the end.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many requests that observer was not told of, because it was gone or too slow.
  ///
  /// @throws IllegalArgumentException if there is no observer of that name
  public long missed(String observer) {
    return Optional.ofNullable(reporters.get(observer))
        .orElseThrow(() -> new IllegalArgumentException("no such observer: " + observer))
        .missed();
  }

  /// Takes no new request, waits for those under way, and tells the observers of the last.
  @Override
  public void close() {
    server.stop(/* seconds at most= */ 2);
    workers.close();
    reporters.values().forEach(Reporter::close);
    forwarder.close();
  }
}
