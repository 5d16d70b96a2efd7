package lifecycle;

import com.google.protobuf.ByteString;
import java.util.List;

/// How a call ended, as far as a host can see it. Immutable.
///
/// @param status gRPC's status code, such as `OK`
/// @param description what the plugin said of a failure; empty if nothing
/// @param trailers what came with the end, sorted, each as `name=value`; base64 if the name ends in
///   `-bin`
/// @param messages the answers, in order, in protobuf's bytes
public record CallOutcome(
    String status, String description, List<String> trailers, List<ByteString> messages) {
  /// Copies the lists.
  public CallOutcome {
    trailers = List.copyOf(trailers);
    messages = List.copyOf(messages);
  }
}
