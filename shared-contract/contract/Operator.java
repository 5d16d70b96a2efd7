package contract;

/// What an [Operation] does with its two operands.
public enum Operator {
  /// `left + right`.
  ADD,
  /// `left - right`.
  SUBTRACT,
  /// `left * right`.
  MULTIPLY,
  /// `left / right`.
  DIVIDE
}
