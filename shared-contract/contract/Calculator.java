package contract;

/// A calculator that a host uses and a plugin implements.
///
/// This is all that the two know of each other. On the host's side an implementation sends each
/// call to another process; in the plugin an implementation computes. Neither shows in a signature
/// here.
///
/// Numbers are finite in both directions: NaN and the infinities are refused.
///
/// Implementations are safe for use by many threads. Every method may throw
/// [CalculatorUnavailableException] where the calculator lives in another process, and
/// [OperationNotSupportedException] where that process does not know the operation.
public interface Calculator {
  /// Makes the calculator ready. Calling it again changes nothing.
  void initialize();

  /// Ends the calculator's work. Later calculations throw [NotInitializedException]. Calling it
  /// again changes nothing.
  void shutdown();

  /// How the calculator is. Works in every state.
  CalculatorStatus status();

  /// `left + right`.
  ///
  /// @throws InvalidOperandException if an operand is NaN or infinite
  /// @throws ResultOutOfRangeException if the sum overflows
  /// @throws NotInitializedException before [#initialize] and after [#shutdown]
  double add(double left, double right);

  /// `left - right`. Throws as [#add] does.
  double subtract(double left, double right);

  /// `left * right`. Throws as [#add] does.
  double multiply(double left, double right);

  /// `left / right`. Throws as [#add] does.
  ///
  /// @throws DivisionByZeroException if `right` is zero, of either sign
  double divide(double left, double right);
}
