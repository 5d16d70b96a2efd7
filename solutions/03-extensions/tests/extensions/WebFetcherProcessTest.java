package extensions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebFetcher;
import contract.WebResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lifecycle.PluginClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A network plugin in a process of its own, and a web server in this one.
class WebFetcherProcessTest {
  private final Path folder;
  private final WebSite site;

  WebFetcherProcessTest() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "wp");
    site = WebSite.start();
  }

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
    Files.delete(folder);
  }

  private PluginClient plugin() {
    return PluginClient.of(IoPlugin.config(folder, "web", String.valueOf(site.port())));
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(site.port(), path);
  }

  private static Reason reasonOf(ThrowingCallable call) {
    WebFetchException refused = catchThrowableOfType(WebFetchException.class, call);
    assertThat(refused).as("a WebFetchException").isNotNull();
    return refused.reason();
  }

  @Test
  void bringsAPageAndTellsTheReasonOfEachRefusal() throws IOException {
    try (PluginClient plugin = plugin()) {
      WebFetcher web = plugin.dispense("web", WebFetcher.class);

      try (WebResponse response = web.fetch(url("/loop/2"))) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.url()).isEqualTo(url("/hello"));
        assertThat(response.headers()).containsEntry("x-greeting", List.of("hi"));
        assertThat(new String(response.body().readAllBytes(), UTF_8)).isEqualTo("hello");
      }
      assertThat(reasonOf(() -> web.fetch("nonsense"))).isEqualTo(Reason.INVALID_URL);
      assertThat(reasonOf(() -> web.fetch("http://example.org/")))
          .isEqualTo(Reason.HOST_NOT_ALLOWED);
      assertThat(reasonOf(() -> web.fetch("http://127.0.0.1:22/")))
          .isEqualTo(Reason.PORT_NOT_ALLOWED);
      assertThat(reasonOf(() -> web.fetch(url("/loop/9")))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
      assertThat(reasonOf(() -> web.fetch(url("/big?67108865")))).isEqualTo(Reason.TOO_LARGE);
      assertThat(reasonOf(() -> web.fetch("http://127.0.0.1/" + "a".repeat(8000))))
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  /// The plugin has 32 MiB of heap, and a body is endless up to 64 MiB.
  @Test
  void aSlowReaderSlowsTheServerDown() throws IOException {
    try (PluginClient plugin = plugin()) {
      WebFetcher web = plugin.dispense("web", WebFetcher.class);
      List<WebResponse> readers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        WebResponse response = web.fetch(url("/endless"));
        assertThat(response.body().read()).isZero();
        readers.add(response);
      }

      plugin.ping();
      try (WebResponse response = web.fetch(url("/big?67108864"))) {
        assertThat(response.body().transferTo(OutputStream.nullOutputStream()))
            .isEqualTo(67_108_864);
      }
      assertThat(reasonOf(() -> readers.getFirst().body().readAllBytes()))
          .isEqualTo(Reason.TOO_LARGE);
      for (WebResponse response : readers) {
        response.close();
      }
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                try (WebResponse response = web.fetch(url("/hello"))) {
                  assertThat(response.body()).hasContent("hello");
                }
              });
    }
  }
}
