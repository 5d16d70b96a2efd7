package contract;

/// One calculation to do, as data. Nothing is checked here: an operand that is not finite becomes a
/// failed [Outcome].
///
/// @param operator what to do
/// @param left the first operand
/// @param right the second operand
public record Operation(Operator operator, double left, double right) {
  /// `left + right`.
  public static Operation add(double left, double right) {
    return new Operation(Operator.ADD, left, right);
  }

  /// `left - right`.
  public static Operation subtract(double left, double right) {
    return new Operation(Operator.SUBTRACT, left, right);
  }

  /// `left * right`.
  public static Operation multiply(double left, double right) {
    return new Operation(Operator.MULTIPLY, left, right);
  }

  /// `left / right`.
  public static Operation divide(double left, double right) {
    return new Operation(Operator.DIVIDE, left, right);
  }

  /// Asks a calculator to do it.
  ///
  /// @throws CalculatorException as the calculator throws it
  public double on(Calculator calculator) {
    return switch (operator) {
      case ADD -> calculator.add(left, right);
      case SUBTRACT -> calculator.subtract(left, right);
      case MULTIPLY -> calculator.multiply(left, right);
      case DIVIDE -> calculator.divide(left, right);
    };
  }
}
