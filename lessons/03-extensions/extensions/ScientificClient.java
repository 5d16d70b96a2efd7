package extensions;

import basics.CalculatorClient;
import contract.CalculatorStatus;
import contract.ScientificCalculator;
import course.Exercise;
import course.ExerciseNotDone;
import course.scientific.v1.Number;
import course.scientific.v1.ScientificGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The host's side of version 2: a [ScientificCalculator] that asks another process.
///
/// No gRPC type shows: a failed call is one of the contract's exceptions ([StatusToError]). Safe
/// for use by many threads.
public final class ScientificClient implements ScientificCalculator {
  private final CalculatorClient plain;
  private final ScientificGrpc.ScientificBlockingStub stub;
  private final Duration timeout;

  /// A client whose calls may take [CalculatorClient#DEFAULT_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public ScientificClient(Channel channel) {
    this(channel, CalculatorClient.DEFAULT_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long each call may take, more than zero
  public ScientificClient(Channel channel, Duration timeout) {
    this.plain = new CalculatorClient(channel, timeout, StatusToError::map);
    this.stub = ScientificGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  /// Exercise 3.1. Asks the plugin and decides nothing itself. [#call] sets the deadline and turns
  /// a failed call into the contract's exception. The messages are in `scientific.proto`.
  @Override
  @Exercise("3.1")
  public double sqrt(double value) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. As [#sqrt].
  @Override
  @Exercise("3.1")
  public double power(double base, double exponent) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. As [#sqrt].
  @Override
  @Exercise("3.1")
  public double factorial(long n) {
    throw new ExerciseNotDone("3.1");
  }

  /// Makes one call with a deadline and turns a failed one into the contract's exception.
  Number call(String operation, Function<ScientificGrpc.ScientificBlockingStub, Number> remote) {
    try {
      return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      throw StatusToError.map(operation, e);
    }
  }

  @Override
  public void initialize() {
    plain.initialize();
  }

  @Override
  public void shutdown() {
    plain.shutdown();
  }

  @Override
  public CalculatorStatus status() {
    return plain.status();
  }

  @Override
  public double add(double left, double right) {
    return plain.add(left, right);
  }

  @Override
  public double subtract(double left, double right) {
    return plain.subtract(left, right);
  }

  @Override
  public double multiply(double left, double right) {
    return plain.multiply(left, right);
  }

  @Override
  public double divide(double left, double right) {
    return plain.divide(left, right);
  }
}
