package contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Why a calculator refused, as data: a program reads the code, a person the message.
///
/// It crosses the process boundary whole. Its codes are an open set: a newer plugin may send one
/// that this side has no name for. Immutable.
///
/// @param code what happened, in capitals: `DIVISION_BY_ZERO`; at most 63 of `A-Z0-9_`
/// @param message for a person; never for a program to read
/// @param details facts by name, such as `operation`: `sqrt`; sorted by name, may be empty
/// @param violations the operands at fault, in their order; may be empty
public record CalculatorError(
    String code, String message, Map<String, String> details, List<OperandViolation> violations) {
  /// The divisor was zero, of either sign.
  public static final String DIVISION_BY_ZERO = "DIVISION_BY_ZERO";

  /// An operand is not one that the operation takes.
  public static final String INVALID_OPERAND = "INVALID_OPERAND";

  /// The exact result is larger than a double can hold.
  public static final String RESULT_OUT_OF_RANGE = "RESULT_OUT_OF_RANGE";

  /// The calculator is not initialized, or is shut down already.
  public static final String NOT_INITIALIZED = "NOT_INITIALIZED";

  /// The calculator does not know the operation.
  public static final String OPERATION_NOT_SUPPORTED = "OPERATION_NOT_SUPPORTED";

  /// The memory has no change left that could be taken back.
  public static final String NOTHING_TO_UNDO = "NOTHING_TO_UNDO";

  /// The memory could not be written to disk, so the change was not made.
  public static final String NOT_SAVED = "NOT_SAVED";

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,62}");

  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if the code is not one ([#isCode])
  public CalculatorError {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "not a code: \"%s\", expected capitals such as DIVISION_BY_ZERO".formatted(code));
    }
    details = Collections.unmodifiableMap(new TreeMap<>(details));
    violations = List.copyOf(violations);
  }

  /// An error without details.
  public static CalculatorError of(String code, String message) {
    return new CalculatorError(code, message, Map.of(), List.of());
  }

  /// Whether a text may be a code: a capital letter, then at most 62 of `A-Z0-9_`.
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /// This error and one more fact. A fact of the same name is replaced.
  public CalculatorError withDetail(String name, String value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new CalculatorError(code, message, more, violations);
  }

  /// This error and one more operand at fault.
  ///
  /// @param operand the operand's name in the contract, such as `exponent`
  /// @param reason what it is, and what was expected
  public CalculatorError withViolation(String operand, String reason) {
    List<OperandViolation> more = new ArrayList<>(violations);
    more.add(new OperandViolation(operand, reason));
    return new CalculatorError(code, message, details, more);
  }
}
