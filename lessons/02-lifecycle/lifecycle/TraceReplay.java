package lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.grpc.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Makes the calls of a trace again, with the same requests, and compares what comes back: status,
/// description, trailers and messages.
///
/// The trace must have been recorded with messages ([TraceRecorder#to(java.nio.file.Path, int)], or
/// [basics.TraceFile#PAYLOADS_VARIABLE]). The calls are made one after the other, in the order in
/// which they began: what depended on calls at the same time may come out differently. All requests
/// of a stream are sent at once.
///
/// Immutable.
public final class TraceReplay {
  /// What gRPC and HTTP/2 add themselves.
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of("content-type", "date", "grpc-encoding", "grpc-accept-encoding");

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  private final RecordedCall.Calls calls;
  private final List<FileDescriptor> files;
  private final Set<String> masked;
  private final Duration limit;

  private TraceReplay(
      RecordedCall.Calls calls, List<FileDescriptor> files, Set<String> masked, Duration limit) {
    this.calls = calls;
    this.files = List.copyOf(files);
    this.masked = Set.copyOf(masked);
    this.limit = limit;
  }

  /// A replay of a trace's calls.
  ///
  /// @param events from [TraceReader]
  /// @throws IllegalArgumentException if a call's details are none
  public static TraceReplay of(List<TraceEvent> events) {
    return new TraceReplay(RecordedCall.of(events), List.of(), Set.of(), DEFAULT_LIMIT);
  }

  /// The same, with what .proto files say of the messages: differences are shown field by field.
  /// Without them they are shown as bytes.
  public TraceReplay describedBy(List<FileDescriptor> protoFiles) {
    return new TraceReplay(calls, protoFiles, masked, limit);
  }

  /// The same, without a look at what differs from run to run.
  ///
  /// @param names of fields, such as `uptime_millis`, or with their messages' full names before
  ///   them; of trailers; `description` for what the plugin says of failures
  public TraceReplay masking(Set<String> names) {
    return new TraceReplay(calls, files, names, limit);
  }

  /// The same, with that time for each call. Default: 30 s.
  public TraceReplay within(Duration time) {
    return new TraceReplay(calls, files, masked, time);
  }

  /// The calls that can be made again.
  public List<RecordedCall> calls() {
    return calls.whole();
  }

  /// Makes the calls.
  ///
  /// @param channel the way to a plugin that is in the state in which the recorded one began
  /// @throws InterruptedException if the thread is interrupted meanwhile
  public ReplayReport run(Channel channel) throws InterruptedException {
    MessageTypes types = new MessageTypes(files, masked);
    List<ReplayReport.Difference> differences = new ArrayList<>();
    for (RecordedCall call : calls.whole()) {
      int mostMessages = call.outcome().messages().size() + 1;
      CallOutcome found =
          RawCall.make(channel, call.method(), call.requests(), mostMessages, limit);
      if (!same(types, call, found)) {
        differences.add(difference(types, call, found));
      }
    }
    return new ReplayReport(calls.whole().size(), differences, calls.leftOut());
  }

  private boolean same(MessageTypes types, RecordedCall call, CallOutcome found) {
    CallOutcome expected = call.outcome();
    List<ByteString> left = expected.messages();
    List<ByteString> right = found.messages();
    return expected.status().equals(found.status())
        && description(expected).equals(description(found))
        && trailers(expected).equals(trailers(found))
        && left.size() == right.size()
        && IntStream.range(0, left.size())
            .allMatch(i -> types.sameResponse(call.method(), left.get(i), right.get(i)));
  }

  private ReplayReport.Difference difference(
      MessageTypes types, RecordedCall call, CallOutcome found) {
    List<String> sent =
        call.requests().stream().map(each -> types.requestText(call.method(), each)).toList();
    return new ReplayReport.Difference(
        call.number(),
        call.method(),
        sent,
        texts(types, call.method(), call.outcome()),
        texts(types, call.method(), found));
  }

  private List<String> texts(MessageTypes types, String method, CallOutcome outcome) {
    List<String> texts = new ArrayList<>();
    texts.add((outcome.status() + " " + description(outcome)).strip());
    texts.addAll(trailers(outcome));
    outcome.messages().forEach(each -> texts.add(types.responseText(method, each)));
    return texts;
  }

  private String description(CallOutcome outcome) {
    return masked.contains("description") ? "" : outcome.description();
  }

  private List<String> trailers(CallOutcome outcome) {
    Predicate<String> ignored = name -> OF_THE_TRANSPORT.contains(name) || masked.contains(name);
    return outcome.trailers().stream()
        .filter(trailer -> !ignored.test(trailer.substring(0, trailer.indexOf('='))))
        .toList();
  }
}
