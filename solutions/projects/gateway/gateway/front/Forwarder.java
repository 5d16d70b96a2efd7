package gateway.front;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Sends a request on to the server behind the gateway.
final class Forwarder implements AutoCloseable {
  private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(ANSWER_TIME)
          .build();
  private final URI server;

  /// @param server where it is, with no path
  Forwarder(URI server) {
    this.server = server;
  }

  /// @param target path and query, as they were sent
  /// @param headers those that go on; the token is not among them
  /// @param facts what the gates have told
  HttpResponse<InputStream> send(
      String method,
      String target,
      Map<String, List<String>> headers,
      Map<String, String> facts,
      byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + target))
            .timeout(ANSWER_TIME)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    facts.forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    client.close();
  }
}
