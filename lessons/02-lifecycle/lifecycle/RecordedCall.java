package lifecycle;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A call that a trace tells of with all its messages, so that it can be made again. Immutable.
///
/// @param number the how manyth call of the trace it is, by its beginning, from 1
/// @param method the full name, such as `course.calculator.v1.Calculator/Add`
/// @param requests what was sent, in order, in protobuf's bytes
/// @param outcome how it ended
public record RecordedCall(
    int number, String method, List<ByteString> requests, CallOutcome outcome) {
  /// Ends that are the host's own and say little of the plugin.
  private static final Set<String> OWN_ENDS = Set.of("CANCELLED", "DEADLINE_EXCEEDED");

  /// Copies the list.
  public RecordedCall {
    requests = List.copyOf(requests);
  }

  /// The calls of a trace.
  ///
  /// @param whole those that can be made again, in the order in which they began
  /// @param leftOut why others cannot, one line each
  public record Calls(List<RecordedCall> whole, List<String> leftOut) {
    /// Copies the lists.
    public Calls {
      whole = List.copyOf(whole);
      leftOut = List.copyOf(leftOut);
    }
  }

  /// The calls of a trace, without those of the framework itself: health, broker, shutdown.
  ///
  /// @throws IllegalArgumentException if a call's details are none; the message says why
  public static Calls of(List<TraceEvent> events) {
    List<TraceEvent> calls =
        events.stream()
            .filter(event -> event.kind().equals(TraceKind.RPC) && isOfTheApplication(event))
            .sorted(Comparator.comparingLong(RecordedCall::begin))
            .toList();
    List<RecordedCall> whole = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String why = whyNot(calls.get(i));
      if (why.isEmpty()) {
        whole.add(of(i + 1, calls.get(i)));
      } else {
        leftOut.add("call %d, %s: %s".formatted(i + 1, calls.get(i).detail("method"), why));
      }
    }
    return new Calls(whole, leftOut);
  }

  private static boolean isOfTheApplication(TraceEvent event) {
    String method = event.detail("method");
    return !method.startsWith("plugin.GRPC") && !method.startsWith("grpc.health.");
  }

  private static long begin(TraceEvent event) {
    return event.at() - (event.details().get("nanos") instanceof Long nanos ? nanos : 0);
  }

  private static String whyNot(TraceEvent event) {
    if (!(event.details().get("request") instanceof List)) {
      return "its messages were not recorded";
    }
    if (event.detail("cut").equals("true")) {
      return "its messages are longer than the recorder's limit";
    }
    String status = event.detail("status");
    return OWN_ENDS.contains(status) ? "the host itself ended it: " + status : "";
  }

  private static RecordedCall of(int number, TraceEvent event) {
    CallOutcome outcome =
        new CallOutcome(
            event.detail("status"),
            event.detail("description"),
            texts(event, "trailers"),
            messages(event, "response"));
    return new RecordedCall(number, event.detail("method"), messages(event, "request"), outcome);
  }

  private static List<ByteString> messages(TraceEvent event, String name) {
    return texts(event, name).stream()
        .map(text -> ByteString.copyFrom(Base64.getDecoder().decode(text)))
        .toList();
  }

  private static List<String> texts(TraceEvent event, String name) {
    return event.details().get(name) instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }
}
