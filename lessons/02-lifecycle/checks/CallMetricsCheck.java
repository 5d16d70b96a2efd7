import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import lifecycle.CallMetrics;
import lifecycle.CallStats;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// How calls are summed up, and what becomes of the calls of a channel.
@Tag("2.6")
@DisplayName("2.6 CallStats")
class CallMetricsCheck {
  @Test
  @DisplayName("counts all calls, whatever their end")
  void countsAllCalls() {
    CallStats stats =
        CallStats.of(
            Map.of(Status.Code.OK, 70L, Status.Code.INTERNAL, 20L, Status.Code.CANCELLED, 10L),
            new long[] {5});

    assertThat(stats.count())
        .as("count of 70 OK, 20 INTERNAL, 10 CANCELLED; of all calls, not of the recent times only")
        .isEqualTo(100);
    assertThat(stats.errors()).as("errors among them: all that is not OK").isEqualTo(30);
  }

  @ParameterizedTest(name = "counts {0} as an error")
  @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void countsEachStatusButOkAsAnError(Status.Code code) {
    CallStats stats = CallStats.of(Map.of(code, 3L), new long[] {1, 2, 3});

    assertThat(stats.count()).as("count of 3 calls that ended with %s", code).isEqualTo(3);
    assertThat(stats.errors()).as("errors of 3 calls that ended with %s", code).isEqualTo(3);
  }

  @Test
  @DisplayName("has no errors where all calls went well")
  void hasNoErrorsWhereAllWentWell() {
    Map<Status.Code, Long> outcomes = new EnumMap<>(Map.of(Status.Code.OK, 8L));

    assertThat(CallStats.of(outcomes, new long[] {1}).errors())
        .as("errors of 8 calls that ended with OK")
        .isZero();
  }

  @Test
  @DisplayName("is all zeros for no calls")
  void isAllZerosForNoCalls() {
    assertThat(CallStats.of(Map.of(), new long[0]))
        .as("no calls: count 0, errors 0, and percentiles of zero")
        .isEqualTo(stats(0, 0, 0, 0, 0));
  }

  @ParameterizedTest(name = "percentile {0} of 10, 20, 30, 40 ns is {1} ns")
  @CsvSource({"1, 10", "25, 10", "26, 20", "50, 20", "51, 30", "75, 30", "76, 40", "100, 40"})
  void takesTheNearestRank(int percent, long expected) {
    assertThat(CallStats.percentile(percent, new long[] {10, 20, 30, 40}))
        .as(
            "percentile %d: the smallest value that %d%% of the values do not exceed",
            percent, percent)
        .isEqualTo(Duration.ofNanos(expected));
  }

  @Test
  @DisplayName("takes the one value there is for each percentile")
  void takesTheOnlyValue() {
    for (int percent = 1; percent <= 100; percent++) {
      assertThat(CallStats.percentile(percent, new long[] {7}))
          .as("percentile %d of the one value 7 ns", percent)
          .isEqualTo(Duration.ofNanos(7));
    }
  }

  @Test
  @DisplayName("makes no rounding error")
  void makesNoRoundingError() {
    long[] values = LongStream.rangeClosed(1, 100).toArray();
    for (int percent = 1; percent <= 100; percent++) {
      assertThat(CallStats.percentile(percent, values))
          .as(
              "percentile %d of 1, 2, ..., 100 ns (0.55 * 100 is 55.00000000000001: multiply whole"
                  + " numbers first, then divide)",
              percent)
          .isEqualTo(Duration.ofNanos(percent));
    }
  }

  @Test
  @DisplayName("sums up times in any order and leaves them as they are")
  void sumsUpTimesInAnyOrder() {
    long[] times = LongStream.rangeClosed(1, 1_000).map(i -> 1_001 - i).toArray();
    long[] before = times.clone();

    assertThat(CallStats.of(Map.of(Status.Code.OK, 1_000L), times))
        .as("1000 calls that took 1000, 999, ..., 1 ns")
        .isEqualTo(stats(1_000, 0, 500, 950, 990));
    assertThat(times).as("the given times must not be changed").isEqualTo(before);
  }

  @Test
  @DisplayName("agrees with a slow and simple count")
  void agreesWithASimpleCount() {
    long seed = 2_6L;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      long[] values = random.longs(random.nextInt(1, 200), 0, 60).sorted().toArray();
      int percent = random.nextInt(1, 101);

      assertThat(CallStats.percentile(percent, values))
          .as("percentile %d of %s (seed %d)", percent, Arrays.toString(values), seed)
          .isEqualTo(Duration.ofNanos(firstThatCovers(percent, values)));
    }
  }

  /// Tries each value in turn: the first that enough of the values do not exceed.
  private static long firstThatCovers(int percent, long[] values) {
    for (long candidate : values) {
      long covered = Arrays.stream(values).filter(value -> value <= candidate).count();
      if (covered * 100 >= (long) percent * values.length) {
        return candidate;
      }
    }
    throw new IllegalStateException("no values");
  }

  @Test
  @DisplayName("shows up in a channel's metrics")
  void showsUpInAChannelsMetrics() {
    CallMetrics metrics = new CallMetrics();
    Channel wentWell = new EndingChannel(Status.OK);
    Channel cancelled = new EndingChannel(Status.CANCELLED);

    call(metrics, wentWell);
    call(metrics, cancelled);
    call(metrics, wentWell);

    Map<String, CallStats> snapshot = metrics.snapshot();
    assertThat(snapshot).as("methods that were called").containsOnlyKeys("course.Greeter/Greet");
    CallStats stats = snapshot.values().iterator().next();
    assertThat(List.of(stats.count(), stats.errors()))
        .as("count and errors of two calls that went well and one that was cancelled")
        .containsExactly(3L, 1L);
    assertThat(stats.p50()).as("p50, not more than p95").isLessThanOrEqualTo(stats.p95());
    assertThat(stats.p95()).as("p95, not more than p99").isLessThanOrEqualTo(stats.p99());
  }

  private static void call(CallMetrics metrics, Channel channel) {
    metrics
        .interceptCall(EndingChannel.METHOD, CallOptions.DEFAULT, channel)
        .start(new ClientCall.Listener<>() {}, new Metadata());
  }

  private static CallStats stats(long count, long errors, long p50, long p95, long p99) {
    return new CallStats(
        count, errors, Duration.ofNanos(p50), Duration.ofNanos(p95), Duration.ofNanos(p99));
  }

  /// A channel without a network: each call ends at once.
  private static final class EndingChannel extends Channel {
    private static final MethodDescriptor.Marshaller<String> TEXT =
        new MethodDescriptor.Marshaller<>() {
          @Override
          public InputStream stream(String value) {
            return new ByteArrayInputStream(new byte[0]);
          }

          @Override
          public String parse(InputStream stream) {
            return "";
          }
        };

    private static final MethodDescriptor<String, String> METHOD =
        MethodDescriptor.newBuilder(TEXT, TEXT)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("course.Greeter/Greet")
            .build();

    private final Status end;

    private EndingChannel(Status end) {
      this.end = end;
    }

    @Override
    public String authority() {
      return "nowhere";
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          listener.onClose(end, new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(String message, Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
      };
    }
  }
}
