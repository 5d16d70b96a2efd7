package contract;

/// What became of one [Operation]: a number, or the reason why there is none.
public sealed interface Outcome {
  /// The result.
  ///
  /// @throws CalculatorException the reason, if there is no result
  double orThrow();

  /// There is a result.
  ///
  /// @param value a finite number
  record Computed(double value) implements Outcome {
    @Override
    public double orThrow() {
      return value;
    }
  }

  /// There is no result.
  ///
  /// @param error the reason; a [CalculatorUnavailableException] if it is unknown whether the
  ///   operation took place
  record Failed(CalculatorException error) implements Outcome {
    @Override
    public double orThrow() {
      throw error;
    }
  }
}
