package gateway.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// The server that the gateway stands in front of: greets who the gateway says has come.
public final class ServerBehind implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong requests = new AtomicLong();

  private ServerBehind(HttpServer server) {
    this.server = server;
  }

  /// Opens it on the loopback address, at a port of the system's choice.
  public static ServerBehind open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    ServerBehind behind = new ServerBehind(server);
    server.createContext("/", behind::greet);
    server.setExecutor(behind.workers);
    server.start();
    return behind;
  }

  private void greet(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      String who = exchange.getRequestHeaders().getFirst("x-gateway-subject");
      boolean token = exchange.getRequestHeaders().containsKey("authorization");
      byte[] sent = exchange.getRequestBody().readAllBytes();
      byte[] body =
          "hello, %s%s%s"
              .formatted(
                  who,
                  token ? ", I have your token" : "",
                  sent.length == 0 ? "" : ", you sent " + sent.length + " bytes")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// Where it is.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many requests have come.
  public long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
