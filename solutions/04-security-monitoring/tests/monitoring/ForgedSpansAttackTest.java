package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import attack.Attack;
import basics.Logging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plugin that forges spans by the thousand, in its own trace and in those of others.
class ForgedSpansAttackTest {
  private static final int KEPT = 500;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  @Test
  @Attack(
      value = "a plugin that forges spans of others",
      defence = "its spans count as its own, and up to a number",
      exercise = "4")
  void itFillsItsOwnPlaceAndNoOther(@TempDir Path folder) throws IOException {
    TracePolicy policy = TracePolicy.DEFAULT.withSpans(KEPT);
    try (TracedHost host = TracedHost.of("hostile", policy, /* multiplexed= */ false)) {
      assertThat(host.count(1)).isEqualTo(1);
      // All that it has written is read when it has ended.
      host.plugin.close();

      assertThat(host.tracing.spans())
          .filteredOn(traced -> traced.service().equals("primes"))
          .hasSize(KEPT)
          .extracting(traced -> traced.span().name())
          .allMatch(name -> name.length() <= FinishedSpan.TEXT_LIMIT)
          .doesNotContain("of another trace", "of another time", "of no time", "of no trace");
      assertThat(host.tracing.spans())
          .filteredOn(traced -> traced.service().equals("host"))
          .extracting(traced -> traced.span().name())
          .containsExactly(TracedHost.COUNT);
      assertThat(host.tracing.refused()).isEqualTo(2);

      assertTheFileIsWhole(host.tracing, folder.resolve("traces.json"));
      assertTheTextIsPlainAndShort(SpanTree.of(host.tracing.spans()).text());
    }
  }

  private static void assertTheFileIsWhole(HostTracing tracing, Path file) throws IOException {
    tracing.writeJson(file);

    assertThat(Files.size(file)).isLessThan(1 << 20);
    JsonNode resources = new JsonMapper().readTree(file).get("resourceSpans");
    assertThat(resources).hasSize(2);
    assertThat(resources.findValues("spans"))
        .extracting(JsonNode::size)
        .containsExactlyInAnyOrder(1, KEPT);
  }

  private static void assertTheTextIsPlainAndShort(String text) {
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text).matches("[\\n\\x20-\\x7e]*");
    assertThat(text.lines().toList())
        .hasSizeLessThanOrEqualTo(205)
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.startsWith("host  -> PrimeCounter/CountPrimes"));
  }
}
