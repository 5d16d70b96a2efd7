package gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Visitors who send requests without a pause, and count what becomes of them.
public final class Visitors implements AutoCloseable {
  private static final int COUNT = 4;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Phase, Counts> counts = new EnumMap<>(Phase.class);
  private final Queue<String> losses = new ConcurrentLinkedQueue<>();
  private volatile Phase phase = Phase.BEFORE;
  private volatile boolean ended;

  /// When a request was sent.
  public enum Phase {
    BEFORE,
    DURING,
    AFTER
  }

  /// What became of the requests of one phase.
  private static final class Counts {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong limited = new AtomicLong();
  }

  /// What became of the requests of one phase.
  ///
  /// @param sent how many were sent
  /// @param passed how many the server behind has answered
  /// @param limited how many were over the limit: 429
  public record Tally(long sent, long passed, long limited) {
    /// Those with another answer, or none.
    public long lost() {
      return sent - passed - limited;
    }

    @Override
    public String toString() {
      return "%d requests, %d passed, %d over the limit, %d lost"
          .formatted(sent, passed, limited, lost());
    }
  }

  private Visitors() {
    for (Phase each : Phase.values()) {
      counts.put(each, new Counts());
    }
  }

  /// Begins.
  public static Visitors at(URI gateway, String token) {
    Visitors visitors = new Visitors();
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/load"))
            .header("Authorization", "Bearer " + token)
            .build();
    for (int i = 0; i < COUNT; i++) {
      visitors.threads.add(Thread.startVirtualThread(() -> visitors.visit(request)));
    }
    return visitors;
  }

  private void visit(HttpRequest request) {
    while (!ended) {
      Counts now = of(phase);
      now.sent.incrementAndGet();
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() == 429) {
          now.limited.incrementAndGet();
        } else if (response.statusCode() == 200 && response.body().equals("hello, ada")) {
          now.passed.incrementAndGet();
        } else {
          losses.add(response.statusCode() + " " + response.body().strip());
        }
      } catch (IOException e) {
        losses.add(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Counts of(Phase when) {
    return Objects.requireNonNull(counts.get(when));
  }

  /// Counts what is sent from now on in another phase.
  public void enter(Phase next) {
    phase = next;
  }

  /// The requests of that phase so far; while some are under way they look lost.
  public Tally tally(Phase when) {
    Counts now = of(when);
    return new Tally(now.sent.get(), now.passed.get(), now.limited.get());
  }

  /// What came instead of an answer, for each request that is lost.
  public List<String> losses() {
    return List.copyOf(losses);
  }

  /// Waits for the last answers.
  @Override
  public void close() {
    ended = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
