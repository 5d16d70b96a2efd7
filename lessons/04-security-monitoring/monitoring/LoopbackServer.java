package monitoring;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small HTTP server for this machine alone: pages to read, and nothing to send.
///
/// It listens on the loopback address, refuses pages of other sites ([RequestGuard]), reads no
/// body, answers one request for each connection, works on at most 64 requests at a time and on
/// none for longer than five seconds, from the first byte that comes to the last one that goes.
///
/// Safe for use by many threads. Close it.
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int REQUESTS_AT_ONCE = 64;
  private static final Duration REQUEST_TIME = Duration.ofSeconds(5);

  private final HttpServer server;
  private final BoundedWorkers workers;
  private final RequestGuard guard;
  private final Map<String, Supplier<Reply>> pages;

  private LoopbackServer(
      HttpServer server, Map<String, Supplier<Reply>> pages, Duration requestTime) {
    this.server = server;
    this.pages = Map.copyOf(pages);
    this.guard = new RequestGuard(server.getAddress().getPort());
    this.workers = new BoundedWorkers(REQUESTS_AT_ONCE, requestTime);
  }

  /// Serves these pages.
  ///
  /// @param port 1 to 65535; 0 lets the system choose
  /// @param pages by path, such as `/healthz`; each makes its answer anew for each request
  /// @throws IOException if the port is in use
  public static LoopbackServer open(int port, Map<String, Supplier<Reply>> pages)
      throws IOException {
    return open(port, pages, REQUEST_TIME);
  }

  static LoopbackServer open(int port, Map<String, Supplier<Reply>> pages, Duration requestTime)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, /* backlog= */ REQUESTS_AT_ONCE);
    LoopbackServer opened = new LoopbackServer(server, pages, requestTime);
    server.createContext("/", opened::handle);
    server.setExecutor(opened.workers);
    server.start();
    return opened;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.contentType());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      // A connection that stays open would wait outside of all limits.
      headers.set("Connection", "close");
      byte[] body = reply.bytes();
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(reply.status(), -1);
        return;
      }
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
      // The end of an exchange waits for a part of the body that is sent: the answer must not.
      exchange.getResponseBody().flush();
    }
  }

  private Reply reply(HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    if (!guard.allows(
        asked.getOrDefault("Host", List.of()),
        asked.getOrDefault("Origin", List.of()),
        asked.getOrDefault("Sec-Fetch-Site", List.of()))) {
      return Reply.text(403, "this server answers programs of this machine and its own pages");
    }
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Reply.text(405, "only GET and HEAD");
    }
    if (asked.containsKey("Transfer-Encoding")
        || !asked.getOrDefault("Content-Length", List.of("0")).equals(List.of("0"))) {
      return Reply.text(413, "no body is read here");
    }
    Supplier<Reply> page = pages.get(exchange.getRequestURI().getPath());
    if (page == null) {
      return Reply.text(404, "there is no such page");
    }
    try {
      return page.get();
    } catch (RuntimeException e) {
      LOGGER.error("the page {} failed", exchange.getRequestURI().getPath(), e);
      return Reply.text(500, "the page failed; the host's log tells why");
    }
  }

  /// Where it is, such as `http://127.0.0.1:8080`, with no slash at the end.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Ends it at once.
  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
