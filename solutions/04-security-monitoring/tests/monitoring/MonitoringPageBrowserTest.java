package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The monitoring page as a person sees it: a real browser, a real host, real plugins.
class MonitoringPageBrowserTest {
  /// Crashes at each start, and would like to be a part of the page.
  private static final List<String> HOSTILE =
      List.of(
          "/bin/sh",
          "-c",
          "echo '[WARN] <img src=x onerror=document.title=1><script>document.title=2</script>' >&2;"
              + " exit 3");

  private static final List<String> AUDIT =
      List.of(
          "{\"line\":1,\"at\":\"2026-11-24T14:03:20.120Z\",\"actor\":\"host\","
              + "\"action\":\"plugin.start\",\"target\":\"calculator\",\"outcome\":\"allowed\"}",
          "{\"line\":2,\"at\":\"2026-11-24T14:03:22.518Z\",\"actor\":\"storage\","
              + "\"action\":\"file.read\",\"target\":\"/etc/shadow\",\"outcome\":\"refused\"}",
          "<b>no JSON</b>");
  private static final Path PICTURES = Path.of("target", "monitoring-page");

  @TempDir private Path profile = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  @Test
  @Timeout(240)
  void aPersonSeesThePluginsAndHasPowerOverThemWithTheToken() throws IOException {
    try (Browser browser = Browser.open(profile);
        LogTail log = LogTail.ofThisProcess();
        PluginMeters meters = new PluginMeters();
        Supervisor supervisor =
            MonitoringFixture.supervisor(
                    manifest("calculator", command(7)),
                    manifest("storage", command(8)),
                    manifest("hostile", HOSTILE))
                .restarts(quick())
                .standby(Set.of("storage"))
                .interceptor(meters::interceptor)
                .open();
        ScheduledExecutorService callers = Executors.newSingleThreadScheduledExecutor()) {
      meters.watch(supervisor);
      MonitoringPage page =
          MonitoringPage.builder(supervisor, meters).log(log).audit(() -> AUDIT).build();
      for (String plugin : List.of("calculator", "storage", "hostile")) {
        boolean ignored = supervisor.registry().plugin(plugin).start().isDone();
      }
      Calculator calculator = supervisor.client("calculator", MonitoringFixture::calculator);
      awaitCondition(supervisor, "calculator", Condition.READY);
      callers.scheduleWithFixedDelay(() -> call(calculator), 0, 20, TimeUnit.MILLISECONDS);
      awaitCondition(supervisor, "storage", Condition.READY);
      awaitCondition(supervisor, "hostile", Condition.QUARANTINED);

      try (LoopbackServer server = page.open(0)) {
        looksWithoutToken(browser, server, supervisor);
        takesTheTokenFromTheLink(browser, server, page);
        killsAPlugin(browser, supervisor);
        restartsAPlugin(browser, supervisor);
        releasesAPlugin(browser, supervisor);
        saysWhatPluginsWroteAsText(browser);
        takesPictures(browser);
        assertThat(browser.errors()).as("errors in the browser's console").isEmpty();
      }
      browser.awaitText("#live-text", "the host does not answer since");
    }
  }

  /// Quarantine soon, so that the test need not wait.
  private static RestartPolicy quick() {
    return new RestartPolicy(
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)),
        5,
        Duration.ofHours(1),
        Duration.ofMillis(1),
        Duration.ofMinutes(10));
  }

  private static void call(Calculator calculator) {
    try {
      double ignored = calculator.subtract(2, 0);
    } catch (RuntimeException ignored) {
      // While it is restarted.
    }
  }

  private static String row(String plugin, String part) {
    return "[data-plugin=%s] .%s".formatted(plugin, part);
  }

  private static void press(Browser browser, String plugin, String action) {
    browser.find("[data-plugin=%s] [data-action=%s]".formatted(plugin, action)).click();
  }

  private static void looksWithoutToken(
      Browser browser, LoopbackServer server, Supervisor supervisor) {
    browser.open(server.address());

    browser.awaitText("#live-text", "live");
    browser.awaitText(row("calculator", "word"), "ready");
    browser.awaitText(row("storage", "word"), "ready");
    browser.awaitText(row("hostile", "word"), "quarantined");
    browser.awaitText(row("storage", "more"), "a standby waits");
    browser.awaitText(row("calculator", "times"), "p50 ");
    browser.awaitText("#summary", "3 plugins: ");
    assertThat(browser.find("#log").isDisplayed()).as("the log, without the token").isFalse();

    String process = status(supervisor, "calculator").processId().orElseThrow();
    press(browser, "calculator", "kill");
    browser.awaitText("#notice", "The buttons need the token");
    assertThat(
            browser.runAndWait(
                "fetch('plugins/calculator/kill', {method: 'POST'}).then(a => done(a.status))"))
        .as("a script of the page's own, without the token")
        .isEqualTo("401");
    assertThat(status(supervisor, "calculator").processId()).contains(process);
    assertThat(browser.errors()).allMatch(error -> error.contains("401"));
  }

  private static void takesTheTokenFromTheLink(
      Browser browser, LoopbackServer server, MonitoringPage page) {
    browser.open(page.token().link(server.address()));

    browser.awaitText("#access-open", "the buttons work");
    assertThat(browser.driver().getCurrentUrl()).isEqualTo(server.address() + "/");
    browser.open(server.address());
    browser.awaitText("#access-open", "the buttons work");
  }

  private static void killsAPlugin(Browser browser, Supervisor supervisor) {
    long restarts = status(supervisor, "calculator").restarts();
    ProcessHandle process = MonitoringFixture.process(supervisor, "calculator");

    press(browser, "calculator", "kill");

    browser.awaitText("#notice", "SIGKILL was sent to process " + process.pid());
    await().atMost(LONG).until(() -> !process.isAlive());
    browser.awaitText(row("calculator", "restarts"), String.valueOf(restarts + 1));
    browser.awaitText(row("calculator", "word"), "ready");
    browser.awaitText(row("calculator", "trouble-text"), "SIGKILL");
  }

  private static void restartsAPlugin(Browser browser, Supervisor supervisor) {
    String before = status(supervisor, "calculator").processId().orElseThrow();

    press(browser, "calculator", "restart");

    browser.awaitText("#notice", "a new process of \"calculator\"");
    MonitoringFixture.awaitRestart(supervisor, "calculator", before);
    browser.awaitText(
        row("calculator", "process"), status(supervisor, "calculator").processId().orElseThrow());
  }

  private static void releasesAPlugin(Browser browser, Supervisor supervisor) {
    long restarts = status(supervisor, "hostile").restarts();

    press(browser, "hostile", "release");

    browser.awaitText("#notice", "\"hostile\" is released");
    // Nothing has become better: it is quarantined again.
    await().atMost(LONG).until(() -> status(supervisor, "hostile").restarts() > restarts);
    awaitCondition(supervisor, "hostile", Condition.QUARANTINED);
    browser.awaitText(row("hostile", "word"), "quarantined");
  }

  private static void saysWhatPluginsWroteAsText(Browser browser) {
    browser.awaitText("#log", "<img src=x onerror=document.title=1><script>");
    browser.awaitText("#audit", "/etc/shadow");
    browser.awaitText("#audit", "<b>no JSON</b>");
    assertThat(browser.run("return document.querySelectorAll('main img, main script').length"))
        .as("elements that a log line has become")
        .isEqualTo("0");
    assertThat(browser.run("return document.title")).isEqualTo("Plugins");
    assertThat(browser.errors()).as("errors in the browser's console").isEmpty();
    assertThat(
            browser.run(
                "try { document.body.innerHTML = '<p>'; return 'done' } catch { return 'refused' }"))
        .as("markup from text, if the page's script ever tried")
        .isEqualTo("refused");
    assertThat(browser.errors()).singleElement().asString().contains("TrustedHTML");
    assertThat(
            browser.run(
                "return performance.getEntriesByType('resource')"
                    + ".filter(each => !each.name.startsWith(location.origin)).length"))
        .as("what came from elsewhere")
        .isEqualTo("0");
  }

  private static void takesPictures(Browser browser) throws IOException {
    for (int width : List.of(400, 1_200)) {
      for (String scheme : List.of("light", "dark")) {
        browser.look(width, scheme);
        browser.picture(PICTURES.resolve("%d-%s.png".formatted(width, scheme)));
        // A scroll bar at the side, for a page that is long, takes some of the width.
        String wide = String.valueOf(browser.run("return document.documentElement.scrollWidth"));
        assertThat(Integer.parseInt(wide))
            .as("pixels that the page is wide")
            .isLessThanOrEqualTo(width);
      }
    }
  }
}
