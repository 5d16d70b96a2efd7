package basics;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import course.Exercise;
import course.ExerciseNotDone;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.GetStatusRequest;
import course.calculator.v1.GetStatusResponse;
import course.calculator.v1.InitializeRequest;
import course.calculator.v1.InitializeResponse;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import course.calculator.v1.ShutdownRequest;
import course.calculator.v1.ShutdownResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.Supplier;

/// The plugin's side of the contract: takes a remote call, asks the [Calculator], sends its answer.
///
/// It does no arithmetic and decides nothing; a failure of the calculator becomes a gRPC status in
/// [CalculatorErrorToStatus].
public final class CalculatorService extends CalculatorGrpc.CalculatorImplBase {
  private final Calculator calculator;
  private final Function<CalculatorException, StatusRuntimeException> errors;

  /// @param calculator the calculator to ask; the caller keeps it
  public CalculatorService(Calculator calculator) {
    this(calculator, CalculatorErrorToStatus::map);
  }

  /// A service that tells its host of errors in a way of its own.
  ///
  /// @param calculator the calculator to ask; the caller keeps it
  /// @param errors makes a status of the contract's error
  public CalculatorService(
      Calculator calculator, Function<CalculatorException, StatusRuntimeException> errors) {
    this.calculator = calculator;
    this.errors = errors;
  }

  @Override
  public void initialize(InitializeRequest request, StreamObserver<InitializeResponse> answer) {
    reply(
        answer,
        () -> {
          calculator.initialize();
          return InitializeResponse.getDefaultInstance();
        });
  }

  @Override
  public void shutdown(ShutdownRequest request, StreamObserver<ShutdownResponse> answer) {
    reply(
        answer,
        () -> {
          calculator.shutdown();
          return ShutdownResponse.getDefaultInstance();
        });
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> answer) {
    reply(answer, () -> message(calculator.status()));
  }

  @Override
  public void add(Operands operands, StreamObserver<Result> answer) {
    reply(answer, () -> message(calculator.add(operands.getLeft(), operands.getRight())));
  }

  @Override
  public void subtract(Operands operands, StreamObserver<Result> answer) {
    reply(answer, () -> message(calculator.subtract(operands.getLeft(), operands.getRight())));
  }

  /// Exercise 1.2.
  @Override
  @Exercise("1.2")
  public void multiply(Operands operands, StreamObserver<Result> answer) {
    throw new ExerciseNotDone("1.2");
  }

  /// Exercise 1.2. A [CalculatorException] of the calculator must reach the host as the status that
  /// [CalculatorErrorToStatus] gives it.
  @Override
  @Exercise("1.2")
  public void divide(Operands operands, StreamObserver<Result> answer) {
    throw new ExerciseNotDone("1.2");
  }

  /// Sends what `work` returns, or the status of the error that it throws.
  private <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
    T message;
    try {
      message = work.get();
    } catch (CalculatorException e) {
      answer.onError(errors.apply(e));
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }

  private static Result message(double value) {
    return Result.newBuilder().setValue(value).build();
  }

  private static GetStatusResponse message(CalculatorStatus status) {
    return GetStatusResponse.newBuilder()
        .setInitialized(status.initialized())
        .setUptimeMillis(status.uptime().toMillis())
        .setCalls(status.calls())
        .setErrors(status.errors())
        .build();
  }
}
