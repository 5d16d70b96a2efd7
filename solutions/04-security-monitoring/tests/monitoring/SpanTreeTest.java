package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpanTreeTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static TracedSpan span(
      String service, SpanKind kind, int id, int parent, String name, long micros, String error) {
    return new TracedSpan(
        service,
        "1",
        new FinishedSpan(
            TRACE,
            "%016x".formatted(id),
            parent == 0 ? "" : "%016x".formatted(parent),
            name,
            kind,
            1_000,
            1_000 + 1_000 * micros,
            Map.of(),
            error.isEmpty() ? StatusCode.UNSET : StatusCode.ERROR,
            error));
  }

  @Test
  void eachSpanStandsBelowTheOneItIsAPartOf() {
    String text =
        SpanTree.of(
                List.of(
                    span("host", SpanKind.CLIENT, 1, 0, "a.b.Primes/Count", 1_203_100, ""),
                    span("primes", SpanKind.SERVER, 2, 1, "a.b.Primes/Count", 1_202_000, ""),
                    span("primes", SpanKind.CLIENT, 3, 2, "a.Store/Put", 1_200, "INTERNAL: full"),
                    span("primes", SpanKind.INTERNAL, 5, 2, "sieve 1.0", 7, ""),
                    span("host", SpanKind.SERVER, 4, 3, "a.Store/Put", 400, "")))
            .text();

    assertThat(text)
        .isEqualTo(
            """
            trace 4bf92f3577b34da6a3ce929d0e0e4736
            host  -> Primes/Count                                                 1,203.1 ms
              primes  Primes/Count                                                1,202.0 ms
                primes  -> Store/Put                                                  1.2 ms
                  ! INTERNAL: full
                  host  Store/Put                                                     0.4 ms
                primes  sieve 1.0                                                     0.0 ms
            """);
  }

  @Test
  void spansThatAreAPartOfThemselvesAreShownOnce() {
    List<TracedSpan> spans =
        List.of(
            span("p", SpanKind.SERVER, 1, 1, "itself", 1, ""),
            span("p", SpanKind.SERVER, 2, 3, "two", 1, ""),
            span("p", SpanKind.SERVER, 3, 2, "three", 1, ""),
            span("p", SpanKind.SERVER, 3, 2, "three again", 1, ""),
            span("p", SpanKind.SERVER, 4, 99, "of one that is not here", 1, ""));

    assertThat(SpanTree.of(spans).text().lines()).hasSize(1 + spans.size());
  }

  @Test
  void aChainOfTenThousandFitsIntoEightyColumns() {
    List<TracedSpan> chain =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(
                i ->
                    span(
                        "p".repeat(i),
                        SpanKind.SERVER,
                        i,
                        i - 1,
                        "\u001b[2J" + "x".repeat(i),
                        1,
                        ""))
            .toList();

    List<String> lines = SpanTree.of(chain).text().lines().toList();

    assertThat(lines).hasSize(202).allMatch(line -> line.length() <= 80);
    assertThat(lines.getLast()).isEqualTo("... and 9800 more");
    assertThat(lines.get(1)).startsWith("p  ?[2Jx ");
  }

  @Test
  void onlyTheLastTracesAreShownIfSoAsked() {
    TracedSpan first = span("host", SpanKind.CLIENT, 1, 0, "first", 1, "");
    FinishedSpan base = first.span();
    TracedSpan second =
        new TracedSpan(
            "host",
            "1",
            new FinishedSpan(
                "ab".repeat(16),
                base.spanId(),
                "",
                "second",
                base.kind(),
                base.startNanos(),
                base.endNanos(),
                Map.of(),
                StatusCode.UNSET,
                ""));
    SpanTree both = SpanTree.of(List.of(first, second));

    assertThat(both.text()).contains("first", "second");
    assertThat(both.last(1).text()).contains("second").doesNotContain("first");
    assertThat(both.last(9).text()).isEqualTo(both.text());
    assertThat(both.last(0).text()).isEmpty();
    assertThat(SpanTree.of(List.of()).text()).isEmpty();
  }
}
