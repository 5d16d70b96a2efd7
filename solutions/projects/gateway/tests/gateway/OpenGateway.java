package gateway;

import gateway.demo.ServerBehind;
import gateway.demo.TokenIssuer;
import gateway.front.GateRule;
import gateway.front.Gateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import monitoring.Supervisor;

/// A gateway with its four steps as processes, a server behind it, and who visits it.
record OpenGateway(
    Path folder,
    TokenIssuer issuer,
    Supervisor plugins,
    ServerBehind behind,
    Gateway gateway,
    HttpClient visitor) {
  static final Duration LIMIT = Duration.ofSeconds(40);

  static OpenGateway open() throws IOException {
    Path folder = Files.createTempDirectory("gateway");
    TokenIssuer issuer = new TokenIssuer();
    Path key = folder.resolve("issuer.pub");
    issuer.publish(key);
    Supervisor plugins =
        Steps.supervise(
            Steps.gate(
                "auth", "1.0.0", "key_file=" + key, "issuer=login.example", "audience=gateway"),
            Steps.gate("rate-limit", "1.0.0", "rate=5/s"),
            Steps.observer("access-log", "file=" + folder.resolve("access.jsonl")),
            Steps.observer("metrics"));
    try {
      // Four JVMs at once: a busy machine takes its time.
      plugins.registry().startAll(Duration.ofMinutes(2));
    } catch (RuntimeException e) {
      plugins.close();
      remove(folder);
      throw e;
    }
    ServerBehind behind = ServerBehind.open();
    Gateway gateway =
        Gateway.open(
            0,
            behind.address(),
            List.of(GateRule.AUTHENTICATION, GateRule.RATE_LIMIT),
            List.of("access-log", "metrics"),
            plugins);
    HttpClient visitor = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new OpenGateway(folder, issuer, plugins, behind, gateway, visitor);
  }

  /// What the access log writes to.
  Path log() {
    return folder.resolve("access.jsonl");
  }

  HttpRequest.Builder request(String subject, String path) {
    return HttpRequest.newBuilder(gateway.address().resolve(path))
        .header("Authorization", "Bearer " + issuer.issue(subject, LIMIT));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return visitor.send(request.build(), BodyHandlers.ofString());
  }

  void close() throws IOException {
    gateway.close();
    behind.close();
    plugins.close();
    visitor.close();
    remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    for (String name : List.of("access.jsonl", "issuer.pub", "")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
