package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanLineTest {
  private static final String LINE =
      "{\"@level\":\"trace\",\"@message\":\"a.B/C\",\"@module\":\"trace\","
          + "\"@timestamp\":\"2026-01-31T12:00:00.000000Z\","
          + "\"span.trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"span.id\":\"00f067aa0ba902b7\","
          + "\"span.parent\":\"\",\"span.kind\":\"server\",\"span.start\":1700000000000000000,"
          + "\"span.end\":1700000000000000001,\"span.error\":\"UNKNOWN\",\"rows\":7,\"list\":[1]}";

  @Test
  void aLineOfAnyLanguageIsASpan() {
    assertThat(SpanLine.parse(LINE))
        .contains(
            new FinishedSpan(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                "",
                "a.B/C",
                SpanKind.SERVER,
                1_700_000_000_000_000_000L,
                1_700_000_000_000_000_001L,
                Map.of("rows", 7L),
                StatusCode.ERROR,
                "UNKNOWN"));
  }

  @ParameterizedTest
  @CsvSource({
    "server, boss",
    "00f067aa0ba902b7, 0000000000000000",
    "00f067aa0ba902b7, 00f067aa0ba902b",
    "4bf92f3577b34da6a3ce929d0e0e4736, xyz",
    "1700000000000000001, 1699999999999999999",
    "1700000000000000000, -1",
    "1700000000000000000, 1e300",
    "span.start, span.begin",
    "@module\":\"trace, @module\":\"other",
    "span.parent\":\", span.parent\":\"7",
  })
  void aLineThatIsNoWholeSpanStaysALogLine(String part, String other) {
    assertThat(SpanLine.parse(LINE.replace(part, other))).isEmpty();
  }

  @Test
  void whatIsTooLongIsCutAndWhatIsTooMuchLeftOut() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      many.put("key" + i, "v".repeat(1_000));
    }
    many.put("k".repeat(1_000), true);

    FinishedSpan span =
        new FinishedSpan(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            "",
            "n".repeat(1_000),
            SpanKind.SERVER,
            1,
            1,
            many,
            StatusCode.ERROR,
            "e".repeat(1_000));

    assertThat(span.name()).hasSize(200).endsWith("n...");
    assertThat(span.statusText()).hasSize(200);
    assertThat(span.attributes()).hasSize(12);
    assertThat(span.attributes().values()).allMatch(value -> value.toString().length() == 200);
  }

  @Test
  void aTraceIsKnownWhileItsCallsRunAndSomeTimeAfter() {
    CalledTraces traces = new CalledTraces(2);
    var first = id(1);
    traces.begin(first);
    traces.begin(first);
    traces.end(first);
    assertThat(traces.know(first.getTraceId())).isTrue();
    for (int i = 2; i <= 5; i++) {
      traces.begin(id(i));
      traces.end(id(i));
    }

    assertThat(traces.know(first.getTraceId())).isTrue();
    traces.end(first);
    assertThat(traces.know(first.getTraceId())).isTrue();
    assertThat(traces.know(id(5).getTraceId())).isTrue();
    assertThat(traces.know(id(4).getTraceId())).isFalse();
  }

  private static io.opentelemetry.api.trace.SpanContext id(int number) {
    return io.opentelemetry.api.trace.SpanContext.create(
        "%032x".formatted(number),
        "%016x".formatted(number),
        io.opentelemetry.api.trace.TraceFlags.getSampled(),
        io.opentelemetry.api.trace.TraceState.getDefault());
  }
}
