package faultlab;

import java.time.Duration;
import java.util.List;

/// What a host saw of a faulty plugin in one step.
///
/// @param at since the host began
/// @param step what the host did: `start`, `ping`, `call`, `again`, `kill`, `exit`, `output`,
///   `left`
/// @param outcome `ok`, or the error's class name, or the result
/// @param text what there is to say besides, such as the error's message; may be empty
record Observation(Duration at, String step, String outcome, String text) {
  static final String OK = "ok";

  /// The text's lines; none for an empty text.
  List<String> lines() {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }
}
