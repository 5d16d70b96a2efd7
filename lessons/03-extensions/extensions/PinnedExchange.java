package extensions;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// One request to one address, and its answer.
///
/// The JDK's HTTP client resolves the host of a URL by itself, just before it connects. A check of
/// the name's addresses beforehand would be worth nothing: the second look may find others (DNS
/// rebinding). So the client gets a URL with the checked address, and the name travels in the
/// `Host` header and in TLS ([NamedTls]). That is why it is HTTP/1.1: HTTP/2 takes the name from
/// the URL. Proxies, cookies and redirects of the client are off.
///
/// The price is a client and a connection for each request.
record PinnedExchange(HttpClient client, HttpResponse<InputStream> response)
    implements AutoCloseable {
  private static final String RESTRICTED = "jdk.httpclient.allowRestrictedHeaders";

  /// Lets this process set the `Host` header, which the JDK forbids by default. The JDK reads the
  /// property once, before the first request: in a process that has made one before, requests fail,
  /// and say why.
  static void allowHostHeader() {
    String allowed = System.getProperty(RESTRICTED, "");
    if (!List.of(allowed.split(",", -1)).contains("host")) {
      System.setProperty(RESTRICTED, allowed.isEmpty() ? "host" : allowed + ",host");
    }
  }

  /// Sends the request and waits for the head of the answer.
  ///
  /// @param address checked
  /// @param authorization the header of that name; empty for none
  /// @throws IllegalStateException if this process may not set the `Host` header
  static PinnedExchange get(
      WebTarget target,
      InetAddress address,
      Optional<String> authorization,
      SSLContext tls,
      TimeBudget time)
      throws IOException, InterruptedException {
    HttpRequest request = request(target, address, authorization, time);
    HttpClient client = client(target, tls, time);
    boolean answered = false;
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answered = true;
      return new PinnedExchange(client, response);
    } finally {
      if (!answered) {
        client.shutdownNow();
      }
    }
  }

  private static HttpRequest request(
      WebTarget target, InetAddress address, Optional<String> authorization, TimeBudget time) {
    HttpRequest.Builder request = HttpRequest.newBuilder(target.at(address)).timeout(time.left());
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      return request.header("Host", target.authority()).GET().build();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "this JVM does not let the Host header be set: start it with -D%s=host"
              .formatted(RESTRICTED),
          e);
    }
  }

  private static HttpClient client(WebTarget target, SSLContext tls, TimeBudget time) {
    SSLParameters parameters = tls.getDefaultSSLParameters();
    if (!target.isLiteral()) {
      parameters.setServerNames(List.of(new SNIHostName(target.host())));
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .sslContext(NamedTls.of(tls, target.host()))
        .sslParameters(parameters)
        .connectTimeout(time.left())
        .executor(Thread::startVirtualThread)
        .build();
  }

  /// Ends the connection, whatever is still to come on it.
  @Override
  public void close() {
    client.shutdownNow();
  }
}
