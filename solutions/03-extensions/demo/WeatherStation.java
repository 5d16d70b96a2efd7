package demo;

import com.sun.net.httpserver.HttpServer;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// A web server on this machine that has a thousand readings of a thermometer.
///
/// @param server the server, on the loopback address
/// @param text the readings, a number a line
public record WeatherStation(HttpServer server, String text) implements AutoCloseable {
  /// Begins to serve on a free port.
  ///
  /// @throws IOException if there is none
  public static WeatherStation open() throws IOException {
    String text =
        DoubleStream.iterate(12, last -> last * 0.9 + 2)
            .limit(1000)
            .mapToObj("%.3f%n"::formatted)
            .collect(Collectors.joining());
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/readings",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    return new WeatherStation(server, text);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /// Where the readings are.
  public String url() {
    return "http://127.0.0.1:%d/readings".formatted(port());
  }

  /// The same plugins, of which the network plugin may ask this server's port, too.
  public PluginCatalog admitTo(PluginCatalog catalog) {
    return PluginCatalog.of(catalog.plugins().stream().map(this::admitTo).toList());
  }

  /// The same plugin; the network plugin may ask this server's port, too.
  public PluginManifest admitTo(PluginManifest manifest) {
    if (!manifest.kind().equals("network")) {
      return manifest;
    }
    List<String> command = new ArrayList<>(manifest.command());
    command.add("allowed_port=" + port());
    return manifest.withCommand(command);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
