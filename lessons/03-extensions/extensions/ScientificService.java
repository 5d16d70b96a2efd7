package extensions;

import contract.ScientificCalculator;
import course.Exercise;
import course.ExerciseNotDone;
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

  /// Exercise 3.1. [Replies#reply] sends an answer or the status of an error; a service does no
  /// arithmetic and decides nothing. The messages are in `scientific.proto`.
  @Override
  @Exercise("3.1")
  public void sqrt(SqrtRequest request, StreamObserver<Number> answer) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. As [#sqrt], with `base` and `exponent` in their order.
  @Override
  @Exercise("3.1")
  public void power(PowerRequest request, StreamObserver<Number> answer) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. As [#sqrt].
  @Override
  @Exercise("3.1")
  public void factorial(FactorialRequest request, StreamObserver<Number> answer) {
    throw new ExerciseNotDone("3.1");
  }

  static Number message(double value) {
    return Number.newBuilder().setValue(value).build();
  }
}
