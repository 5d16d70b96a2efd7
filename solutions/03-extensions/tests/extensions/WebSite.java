package extensions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A real web server on 127.0.0.1.
///
/// `/hello` answers with a text, `/to?URL` redirects, `/loop/N` redirects N times and then answers,
/// `/endless` never ends, `/silent` never begins, `/stalls` never goes on, `/big?N` has N bytes,
/// `/search` leads to `?words`, `/who` answers with the header `Authorization`.
final class WebSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private WebSite(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static WebSite start() throws IOException {
    return new WebSite(HttpServer.create(new InetSocketAddress(loopback(), 0), 0));
  }

  static WebSite start(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(loopback(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new WebSite(server);
  }

  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// The requests so far, as `host path`.
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    asked.add(exchange.getRequestHeaders().getFirst("Host") + " " + path);
    try (exchange) {
      switch (path.split("/", -1)[1]) {
        case "to" -> redirect(exchange, query);
        case "loop" -> loop(exchange, Integer.parseInt(path.substring("/loop/".length())));
        case "endless" -> endless(exchange);
        case "silent" -> block();
        case "stalls" -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          block();
        }
        case "big" -> big(exchange, Long.parseLong(query));
        case "search" -> found(exchange, query);
        case "who" -> {
          byte[] who =
              String.valueOf(exchange.getRequestHeaders().get("Authorization")).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, who.length);
          exchange.getResponseBody().write(who);
        }
        case "missing" -> exchange.sendResponseHeaders(404, -1);
        default -> {
          exchange.getResponseHeaders().add("X-Greeting", "hi");
          exchange.sendResponseHeaders(200, 5);
          exchange.getResponseBody().write("hello".getBytes(UTF_8));
        }
      }
    }
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    exchange.sendResponseHeaders(302, -1);
  }

  /// Without words it asks for some, as a URL that is the query alone.
  private static void found(HttpExchange exchange, String query) throws IOException {
    if (query.equals("null")) {
      redirect(exchange, "?words");
      return;
    }
    byte[] words = query.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, words.length);
    exchange.getResponseBody().write(words);
  }

  private static void loop(HttpExchange exchange, int left) throws IOException {
    redirect(exchange, left == 0 ? "/hello" : "/loop/" + (left - 1));
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] chunk = new byte[8192];
    try (OutputStream body = exchange.getResponseBody()) {
      while (!Thread.interrupted()) {
        body.write(chunk);
      }
    }
  }

  private static void big(HttpExchange exchange, long size) throws IOException {
    exchange.sendResponseHeaders(200, size);
    byte[] chunk = new byte[8192];
    try (OutputStream body = exchange.getResponseBody()) {
      for (long left = size; left > 0; left -= chunk.length) {
        body.write(chunk, 0, (int) Math.min(left, chunk.length));
      }
    }
  }

  private static void block() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
