package monitoring;

import java.nio.charset.StandardCharsets;

/// What a page of a [LoopbackServer] answers.
///
/// @param status the HTTP status, such as 200
/// @param contentType such as `application/json`
/// @param body the whole answer, in UTF-8
public record Reply(int status, String contentType, String body) {
  /// An answer in JSON.
  public static Reply json(int status, String body) {
    return new Reply(status, "application/json; charset=utf-8", body);
  }

  /// A line for a person.
  public static Reply text(int status, String line) {
    return new Reply(status, "text/plain; charset=utf-8", line + "\n");
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
