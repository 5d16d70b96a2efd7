package monitoring;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small HTTP server for this machine alone: pages to read, actions to ask for, nothing to send.
///
/// It listens on the loopback address, refuses pages of other sites ([RequestGuard]), reads no
/// body, answers one request for each connection, works on at most 64 requests at a time and on
/// none for longer than five seconds, from the first byte that comes to the last one that goes.
/// Actions, and pages that not everyone may read, need a token ([GuardedPages]). What it serves to
/// a browser may load, run and connect to this server's own files alone, and stand in no frame.
///
/// | answer | to |
/// |---|---|
/// | 401 | no token, or another one, where one is needed |
/// | 403 | another site's page, or a name that is not this machine's |
/// | 404 | a path that is none |
/// | 405 | POST to a page, GET to an action; `Allow` tells what can be asked |
/// | 413 | a request with a body, which stays unread |
///
/// Safe for use by many threads. Close it.
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int REQUESTS_AT_ONCE = 64;
  private static final Duration REQUEST_TIME = Duration.ofSeconds(5);
  private static final List<String> READING = List.of("GET", "HEAD");

  /// No inline script, no other server, no text that becomes markup (`trusted-types`).
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private final HttpServer server;
  private final BoundedWorkers workers;
  private final RequestGuard guard;
  private final Map<String, Route> routes;

  private LoopbackServer(HttpServer server, Map<String, Route> routes, Duration requestTime) {
    this.server = server;
    this.routes = routes;
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
    return start(port, Route.all(pages, Optional.empty()), requestTime);
  }

  /// Serves these pages to all programs of this machine, and others to those with the token.
  ///
  /// @param port 1 to 65535; 0 lets the system choose
  /// @param pages by path, for all
  /// @param guarded pages and actions that need the token
  /// @throws IllegalArgumentException if a path has two meanings
  /// @throws IOException if the port is in use
  public static LoopbackServer open(
      int port, Map<String, Supplier<Reply>> pages, GuardedPages guarded) throws IOException {
    return start(port, Route.all(pages, Optional.of(guarded)), REQUEST_TIME);
  }

  private static LoopbackServer start(int port, Map<String, Route> routes, Duration requestTime)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, /* backlog= */ REQUESTS_AT_ONCE);
    LoopbackServer opened = new LoopbackServer(server, routes, requestTime);
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
      headers.set("Content-Security-Policy", CONTENT_POLICY);
      headers.set("Referrer-Policy", "no-referrer");
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
    String path = exchange.getRequestURI().getPath();
    Route route = routes.get(path);
    if (route == null) {
      return Reply.text(404, "there is no such page");
    }
    if (!route.methods().contains(exchange.getRequestMethod())) {
      String allowed = String.join(", ", route.methods());
      exchange.getResponseHeaders().set("Allow", allowed);
      return Reply.text(405, "only " + allowed);
    }
    if (hasBody(asked)) {
      return Reply.text(413, "no body is read here");
    }
    if (!route.opens(asked.getOrDefault("Authorization", List.of()))) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return Reply.text(401, "this needs the token that the host has shown at its start");
    }
    return answer(path, route);
  }

  private static boolean hasBody(Headers asked) {
    return asked.containsKey("Transfer-Encoding")
        || !asked.getOrDefault("Content-Length", List.of("0")).equals(List.of("0"));
  }

  private static Reply answer(String path, Route route) {
    try {
      return route.reply().get();
    } catch (RuntimeException e) {
      LOGGER.error("the page {} failed", path, e);
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

  /// What a path leads to.
  ///
  /// @param reply makes the answer
  /// @param methods how it may be asked
  /// @param token what a request must show; empty if nothing
  private record Route(Supplier<Reply> reply, List<String> methods, Optional<AccessToken> token) {
    static Map<String, Route> all(
        Map<String, Supplier<Reply>> pages, Optional<GuardedPages> guarded) {
      Map<String, Route> routes = new HashMap<>();
      pages.forEach((path, page) -> add(routes, path, page, READING, Optional.empty()));
      guarded.ifPresent(
          more -> {
            Optional<AccessToken> token = Optional.of(more.token());
            more.pages().forEach((path, page) -> add(routes, path, page, READING, token));
            more.actions()
                .forEach((path, action) -> add(routes, path, action, List.of("POST"), token));
          });
      return Map.copyOf(routes);
    }

    private static void add(
        Map<String, Route> routes,
        String path,
        Supplier<Reply> reply,
        List<String> methods,
        Optional<AccessToken> token) {
      if (routes.put(path, new Route(reply, methods, token)) != null) {
        throw new IllegalArgumentException("two pages have the path " + path);
      }
    }

    boolean opens(List<String> authorization) {
      return token.isEmpty() || token.get().opens(authorization);
    }
  }
}
