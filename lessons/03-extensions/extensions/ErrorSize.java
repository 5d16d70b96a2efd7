package extensions;

import contract.CalculatorError;
import contract.OperandViolation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps an error small enough for trailers.
///
/// gRPC refuses trailers of more than 8 KiB, and then the host learns nothing of the error. The
/// message counts up to five times: percent-encoded as the status's text, in Base64 as a detail.
final class ErrorSize {
  /// The name of the fact which says that something was left out.
  static final String TRUNCATED = "truncated";

  private static final int MESSAGE_LIMIT_BYTES = 500;
  private static final int DETAILS_LIMIT_BYTES = 2_500;

  /// What one more fact or violation costs besides its texts, at most.
  private static final int OVERHEAD_BYTES = 16;

  private int left = DETAILS_LIMIT_BYTES;
  private boolean truncated;

  private ErrorSize() {}

  /// `error` itself if it fits, otherwise what fits of it and the fact [#TRUNCATED]: `true`.
  static CalculatorError fitting(CalculatorError error) {
    return new ErrorSize().fit(error);
  }

  private CalculatorError fit(CalculatorError error) {
    String message = cut(error.message());
    List<OperandViolation> violations = new ArrayList<>();
    for (OperandViolation violation : error.violations()) {
      if (take(violation.operand(), violation.reason())) {
        violations.add(violation);
      }
    }
    Map<String, String> details = new TreeMap<>();
    error
        .details()
        .forEach(
            (name, value) -> {
              if (take(name, value)) {
                details.put(name, value);
              }
            });
    if (!truncated) {
      return error;
    }
    details.put(TRUNCATED, "true");
    return new CalculatorError(error.code(), message, details, violations);
  }

  private boolean take(String name, String text) {
    int size = bytes(name) + bytes(text) + OVERHEAD_BYTES;
    if (size > left) {
      truncated = true;
      return false;
    }
    left -= size;
    return true;
  }

  /// Never cuts a character in two.
  private String cut(String message) {
    if (bytes(message) <= MESSAGE_LIMIT_BYTES) {
      return message;
    }
    truncated = true;
    StringBuilder kept = new StringBuilder();
    int size = 0;
    for (int point : message.codePoints().toArray()) {
      String character = Character.toString(point);
      size += bytes(character);
      if (size > MESSAGE_LIMIT_BYTES - 3) {
        break;
      }
      kept.append(character);
    }
    return kept.append("...").toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
