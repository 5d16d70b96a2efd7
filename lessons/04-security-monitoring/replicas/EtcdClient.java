package replicas;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The few things that replicas need of etcd (3.4 or newer), over its JSON gateway.
///
/// The JDK's HTTP client does it: the usual Java client of etcd brings an event loop, a gRPC
/// transport and a Netty of its own into each host. Tries its endpoints in turn, from the one that
/// answered last. Safe for use by many threads.
public final class EtcdClient implements Leases, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration WHOLE_ANSWER_TIMEOUT = Duration.ofSeconds(5);

  /// Some ten thousand replicas.
  private static final int ANSWER_LIMIT_BYTES = 8 << 20;

  private static final int NOT_FOUND = 404;

  private final List<URI> endpoints;
  private final HttpClient http;
  private final AtomicInteger current = new AtomicInteger();

  private EtcdClient(List<URI> endpoints, HttpClient http) {
    this.endpoints = endpoints;
    this.http = http;
  }

  /// A client of one cluster. It connects with the first request.
  ///
  /// @param endpoints its members, such as `http://127.0.0.1:2379`; at least one
  /// @throws IllegalArgumentException if there is none, or one is no `http` URL
  public static EtcdClient of(List<URI> endpoints) {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("no endpoint: name at least one member of the cluster");
    }
    for (URI endpoint : endpoints) {
      if (!"http".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
        throw new IllegalArgumentException(
            "%s: expected a URL such as http://127.0.0.1:2379".formatted(endpoint));
      }
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    return new EtcdClient(List.copyOf(endpoints), http);
  }

  /// Keys and their values at one moment.
  ///
  /// @param revision the moment: what [#watch] goes on from
  /// @param values by key
  public record Snapshot(long revision, Map<String, String> values) {}

  /// All keys that begin like this.
  ///
  /// @param prefix not empty
  /// @throws EtcdException if etcd cannot be reached or refuses
  public Snapshot list(String prefix) {
    JsonNode answer = ask("kv/range", span(prefix));
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode pair : answer.path("kvs")) {
      values.put(decode(pair.path("key")), decode(pair.path("value")));
    }
    return new Snapshot(answer.path("header").path("revision").asLong(0), values);
  }

  /// Changes of all keys that begin like this.
  ///
  /// @param prefix not empty
  /// @param after the revision that the caller knows; changes after it are told
  /// @return the changes; the caller closes it
  /// @throws EtcdException if etcd cannot be reached
  public EtcdWatch watch(String prefix, long after) {
    Map<String, Object> create = new LinkedHashMap<>(span(prefix));
    create.put("start_revision", Long.toString(after + 1));
    InputStream changes =
        send("watch", Map.of("create_request", create), BodyHandlers.ofInputStream()).body();
    return new EtcdWatch(changes, prefix);
  }

  @Override
  public long grant(Duration life) {
    long seconds = Math.max(1, life.plusMillis(999).toSeconds());
    return ask("lease/grant", Map.of("TTL", Long.toString(seconds))).path("ID").asLong(0);
  }

  @Override
  public void put(String key, String value, long lease) {
    ask(
        "kv/put",
        Map.of("key", encode(key), "value", encode(value), "lease", Long.toString(lease)));
  }

  /// Sets a key that stays.
  ///
  /// @throws EtcdException if etcd cannot be reached or refuses
  public void put(String key, String value) {
    put(key, value, /* lease= */ 0);
  }

  @Override
  public boolean keepAlive(long lease) {
    // No time to live is etcd's word for a lease that it does not know.
    JsonNode answer = ask("lease/keepalive", Map.of("ID", Long.toString(lease)));
    return answer.path("result").path("TTL").asLong(0) > 0;
  }

  @Override
  public void revoke(long lease) {
    HttpResponse<byte[]> answer = sendAndRead("lease/revoke", Map.of("ID", Long.toString(lease)));
    JsonNode said = read("lease/revoke", answer);
    if (answer.statusCode() != NOT_FOUND) {
      requireOk("lease/revoke", answer, said);
    }
  }

  private JsonNode ask(String what, Map<String, ?> question) {
    HttpResponse<byte[]> answer = sendAndRead(what, question);
    JsonNode said = read(what, answer);
    requireOk(what, answer, said);
    return said;
  }

  private static void requireOk(String what, HttpResponse<byte[]> answer, JsonNode said) {
    if (answer.statusCode() != 200) {
      throw new EtcdException(
          "etcd at %s: %s: status %d, %s"
              .formatted(
                  answer.uri().getAuthority(),
                  what,
                  answer.statusCode(),
                  said.path("message").asString("no reason given")));
    }
  }

  private static JsonNode read(String what, HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new EtcdException(
          "etcd at %s: %s: no answer to read: %s"
              .formatted(answer.uri().getAuthority(), what, e.getMessage()),
          e);
    }
  }

  private HttpResponse<byte[]> sendAndRead(String what, Map<String, ?> question) {
    return send(
        what, question, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_LIMIT_BYTES));
  }

  private <T> HttpResponse<T> send(String what, Map<String, ?> question, BodyHandler<T> body) {
    byte[] asked = JSON.writeValueAsBytes(question);
    int first = current.get();
    IOException last = new IOException("not asked");
    for (int i = 0; i < endpoints.size(); i++) {
      int index = (first + i) % endpoints.size();
      try {
        HttpResponse<T> answer = send(request(index, what, asked), body);
        current.set(index);
        return answer;
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EtcdException("etcd: %s: interrupted".formatted(what), e);
      }
    }
    throw new EtcdException(
        "etcd at %s: %s: no answer: %s".formatted(authorities(), what, last), last);
  }

  /// A request's own limit ends with the answer's first line: the rest may never come.
  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
    try {
      return answer.get(WHOLE_ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no end of the answer within " + WHOLE_ANSWER_TIMEOUT);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    } finally {
      boolean ignored = answer.cancel(true);
    }
  }

  private HttpRequest request(int index, String what, byte[] body) {
    return HttpRequest.newBuilder(endpoints.get(index).resolve("/v3/" + what))
        .timeout(ANSWER_TIMEOUT)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private String authorities() {
    return String.join(", ", endpoints.stream().map(URI::getAuthority).toList());
  }

  /// From the prefix to the first key that does not begin with it.
  private static Map<String, String> span(String prefix) {
    byte[] end = prefix.getBytes(StandardCharsets.UTF_8);
    // UTF-8 has no byte 0xff: the last one can always be raised.
    end[end.length - 1]++;
    return Map.of("key", encode(prefix), "range_end", Base64.getEncoder().encodeToString(end));
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes that are no UTF-8 become question marks: whoever reads the text refuses it.
  static String decode(JsonNode base64) {
    try {
      return new String(Base64.getDecoder().decode(base64.asString("")), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new EtcdException("etcd: a key or value is no base64", e);
    }
  }

  /// Breaks off what is under way.
  @Override
  public void close() {
    http.shutdownNow();
  }
}
