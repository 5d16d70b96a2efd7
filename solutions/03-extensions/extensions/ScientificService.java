package extensions;

import contract.ScientificCalculator;
import course.scientific.v1.FactorialRequest;
import course.scientific.v1.Number;
import course.scientific.v1.PowerRequest;
import course.scientific.v1.ScientificGrpc;
import course.scientific.v1.SqrtRequest;
import io.grpc.stub.StreamObserver;

/// The plugin's side of what version 2 adds: takes a remote call, asks the [ScientificCalculator],
/// sends its answer.
///
/// It stands beside [basics.CalculatorService], which serves the operations of version 1. A failure
/// of the calculator becomes a gRPC status in [ErrorToStatus].
public final class ScientificService extends ScientificGrpc.ScientificImplBase {
  private final ScientificCalculator calculator;

  /// @param calculator the calculator to ask; the caller keeps it
  public ScientificService(ScientificCalculator calculator) {
    this.calculator = calculator;
  }

  @Override
  public void sqrt(SqrtRequest request, StreamObserver<Number> answer) {
    Replies.reply(answer, () -> message(calculator.sqrt(request.getValue())));
  }

  @Override
  public void power(PowerRequest request, StreamObserver<Number> answer) {
    Replies.reply(
        answer, () -> message(calculator.power(request.getBase(), request.getExponent())));
  }

  @Override
  public void factorial(FactorialRequest request, StreamObserver<Number> answer) {
    Replies.reply(answer, () -> message(calculator.factorial(request.getN())));
  }

  private static Number message(double value) {
    return Number.newBuilder().setValue(value).build();
  }
}
