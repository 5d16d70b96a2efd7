package probe;

import static probe.CheckFailure.expect;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.ResultOutOfRangeException;
import java.util.function.DoubleSupplier;

/// Arithmetic and errors of a calculator in another process.
final class CalculatorChecks {
  private CalculatorChecks() {}

  static void addTo(HostRun run) {
    run.check("calculator-not-initialized", CalculatorChecks::notInitialized);
    run.check("calculator-arithmetic", CalculatorChecks::arithmetic);
    run.check("calculator-errors", CalculatorChecks::errors);
    run.check("calculator-status", CalculatorChecks::status);
  }

  private static void notInitialized(ProbeSession session) {
    Calculator calculator = session.calculator();
    calculator.shutdown();
    refuses(() -> calculator.add(1, 2), NotInitializedException.class);
    calculator.initialize();
  }

  private static void arithmetic(ProbeSession session) {
    Calculator calculator = session.calculator();
    answers(calculator.add(2.5, 0.25), 2.75);
    answers(calculator.add(0.1, 0.2), 0.30000000000000004);
    answers(calculator.add(-0.0, -0.0), -0.0);
    answers(calculator.subtract(1, 3), -2);
    answers(calculator.multiply(Double.MAX_VALUE, -1), -Double.MAX_VALUE);
    answers(calculator.divide(1, 3), 1.0 / 3);
    answers(calculator.divide(Double.MIN_VALUE, 2), 0);
  }

  private static void errors(ProbeSession session) {
    Calculator calculator = session.calculator();
    refuses(() -> calculator.divide(1, 0), DivisionByZeroException.class);
    refuses(() -> calculator.divide(1, -0.0), DivisionByZeroException.class);
    refuses(() -> calculator.add(Double.NaN, 1), InvalidOperandException.class);
    refuses(() -> calculator.multiply(1, Double.NEGATIVE_INFINITY), InvalidOperandException.class);
    refuses(() -> calculator.multiply(Double.MAX_VALUE, 2), ResultOutOfRangeException.class);
  }

  private static void status(ProbeSession session) {
    Calculator calculator = session.calculator();
    CalculatorStatus before = calculator.status();
    answers(calculator.add(1, 1), 2);
    refuses(() -> calculator.divide(1, 0), DivisionByZeroException.class);
    CalculatorStatus after = calculator.status();
    expect("initialized", after.initialized(), true);
    expect("calls", after.calls(), before.calls() + 2);
    expect("errors", after.errors(), before.errors() + 1);
  }

  /// To the bit: -0.0 is not 0.0.
  private static void answers(double actual, double expected) {
    expect("the result", Double.valueOf(actual), Double.valueOf(expected));
  }

  private static void refuses(DoubleSupplier call, Class<? extends CalculatorException> expected) {
    double result;
    try {
      result = call.getAsDouble();
    } catch (CalculatorException e) {
      expect("the error", e.getClass().getSimpleName(), expected.getSimpleName());
      return;
    }
    throw new CheckFailure("%s, expected %s".formatted(result, expected.getSimpleName()));
  }
}
