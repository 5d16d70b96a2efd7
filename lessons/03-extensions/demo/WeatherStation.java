package demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// A web server on this machine that has a thousand readings of a thermometer.
///
/// @param server the server, on the loopback address
/// @param text the readings, a number a line
/// @param key what it wants to be shown as a bearer's token; empty if it answers anyone
public record WeatherStation(HttpServer server, String text, String key) implements AutoCloseable {
  /// Begins to serve anyone, on a free port.
  ///
  /// @throws IOException if there is none
  public static WeatherStation open() throws IOException {
    return open("");
  }

  /// Begins to serve those who have its key, on a free port. The key is made by chance.
  ///
  /// @throws IOException if there is none
  public static WeatherStation locked() throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return open(HexFormat.of().formatHex(random));
  }

  private static WeatherStation open(String key) throws IOException {
    String text =
        DoubleStream.iterate(12, last -> last * 0.9 + 2)
            .limit(1000)
            .mapToObj("%.3f%n"::formatted)
            .collect(Collectors.joining());
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    WeatherStation station = new WeatherStation(server, text, key);
    server.createContext("/readings", station::answer);
    server.start();
    return station;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> shown = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
      if (!key.isEmpty() && !shown.equals(List.of("Bearer " + key))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
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
