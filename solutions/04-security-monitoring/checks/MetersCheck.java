import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import monitoring.PluginMeters;
import monitoring.ProcessUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures for Prometheus: calls with their times and errors, and a process's memory.
@Tag("4.6")
@DisplayName("4.6 Metrics")
class MetersCheck {
  @ParameterizedTest(name = "{0} -> {1}", quoteTextArguments = false)
  @CsvSource({
    "VmRSS:     1234 kB, 1263616",
    "VmRSS: 0 kB, 0",
    "VmRSS: 8388608 kB, 8589934592",
  })
  @DisplayName("memory: the number of kB in the line VmRSS, in bytes")
  void readsMemory(String line, long bytes) {
    List<String> status =
        List.of(
            "Name:\tjava",
            "VmPeak:\t 9999 kB",
            "VmSize:\t 8888 kB",
            "VmHWM:\t 7777 kB",
            line.replace(" ", "\t "),
            "RssAnon:\t 111 kB",
            "Threads:\t12");
    assertThat(ProcessUsage.residentBytes(status))
        .as("resident memory of a process with the line \"%s\"", line)
        .isEqualTo(OptionalLong.of(bytes));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource({
    "State: Z (zombie)",
    "VmHWM: 1234 kB",
    "NotVmRSS: 1234 kB",
    "VmRSS:",
    "VmRSS: 1234",
    "VmRSS: 1234 MB",
  })
  @DisplayName("memory: no line, or one of another form, tells nothing")
  void tellsNothing(String line) {
    assertThat(ProcessUsage.residentBytes(List.of("Name:\tjava", line)))
        .as("resident memory of a process whose only such line is \"%s\"", line)
        .isEmpty();
  }

  @Test
  @DisplayName("calls: counted by plugin, method and code")
  void countsCalls() {
    try (PluginMeters meters = new PluginMeters()) {
      call(meters, "a", "Add", Status.OK, 3);
      call(meters, "a", "Add", Status.UNAVAILABLE, 2);
      call(meters, "a", "Divide", Status.INTERNAL, 1);
      call(meters, "b", "Add", Status.OK, 4);
      String page = meters.scrape();
      assertThat(value(page, "plugin_calls_seconds_count", "a", "Add", "OK")).isEqualTo(3);
      assertThat(value(page, "plugin_calls_seconds_count", "a", "Add", "UNAVAILABLE")).isEqualTo(2);
      assertThat(value(page, "plugin_calls_seconds_count", "a", "Divide", "INTERNAL")).isEqualTo(1);
      assertThat(value(page, "plugin_calls_seconds_count", "b", "Add", "OK")).isEqualTo(4);
    }
  }

  @Test
  @DisplayName("errors: all but OK, and zero is there, too")
  void countsErrors() {
    try (PluginMeters meters = new PluginMeters()) {
      call(meters, "a", "Add", Status.OK, 3);
      assertThat(value(meters.scrape(), "plugin_call_errors_total", "a", "Add"))
          .as("the counter of errors after three good calls")
          .isZero();
      call(meters, "a", "Add", Status.UNAVAILABLE, 2);
      call(meters, "a", "Add", Status.CANCELLED, 1);
      assertThat(value(meters.scrape(), "plugin_call_errors_total", "a", "Add")).isEqualTo(3);
      assertThat(
              meters.scrape().lines().filter(line -> line.startsWith("plugin_call_errors_total")))
          .as("series of errors: by plugin and method, whatever the code")
          .hasSize(1);
    }
  }

  @Test
  @DisplayName("times: in a histogram whose buckets grow, in seconds")
  void measuresTimes() {
    try (PluginMeters meters = new PluginMeters()) {
      long startNanos = System.nanoTime();
      call(meters, "a", "Add", Status.OK, 5);
      double passed = (System.nanoTime() - startNanos) / 1e9;
      String page = meters.scrape();
      assertThat(value(page, "plugin_calls_seconds_bucket", "a", "Add", "OK", "10.0"))
          .as("calls of at most 10 s; all of them took less")
          .isEqualTo(5);
      assertThat(value(page, "plugin_calls_seconds_bucket", "a", "Add", "OK", "0.025"))
          .as("the bucket of 25 ms is there")
          .isNotNegative();
      assertThat(value(page, "plugin_calls_seconds_sum", "a", "Add", "OK"))
          .as("what five calls took together, in seconds: no more than has passed")
          .isBetween(1e-9, passed);
    }
  }

  /// @return the value of the series of that name with all these words in its labels; -1 for none
  private static double value(String page, String name, String... labels) {
    return page.lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(
            line ->
                List.of(labels).stream()
                    .allMatch(
                        label ->
                            line.contains("\"" + label + "\"")
                                || line.contains("/" + label + "\"")))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }

  private static void call(
      PluginMeters meters, String plugin, String method, Status status, int times) {
    Channel channel =
        ClientInterceptors.intercept(new EndsAtOnce(status), meters.interceptor(plugin));
    for (int i = 0; i < times; i++) {
      channel
          .newCall(
              MethodDescriptor.<String, String>newBuilder()
                  .setType(MethodDescriptor.MethodType.UNARY)
                  .setFullMethodName("test.Service/" + method)
                  .setRequestMarshaller(new Text())
                  .setResponseMarshaller(new Text())
                  .build(),
              CallOptions.DEFAULT)
          .start(new ClientCall.Listener<>() {}, new Metadata());
    }
  }

  /// Each call ends with that status as soon as it starts.
  private static final class EndsAtOnce extends Channel {
    private final Status status;

    EndsAtOnce(Status status) {
      this.status = status;
    }

    @Override
    public String authority() {
      return "localhost";
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          listener.onClose(status, new Metadata());
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

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      return "";
    }
  }
}
