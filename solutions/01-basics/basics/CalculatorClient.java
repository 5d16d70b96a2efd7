package basics;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import course.Exercise;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.GetStatusRequest;
import course.calculator.v1.GetStatusResponse;
import course.calculator.v1.InitializeRequest;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import course.calculator.v1.ShutdownRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The host's side of the contract: a [Calculator] that asks another process.
///
/// No gRPC type shows: a failed call is one of the contract's exceptions
/// ([StatusToCalculatorError]). Safe for use by many threads.
public final class CalculatorClient implements Calculator {
  /// How long a call may take unless one says otherwise.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private final CalculatorGrpc.CalculatorBlockingStub stub;
  private final Duration timeout;
  private final BiFunction<String, StatusRuntimeException, CalculatorException> errors;

  /// A client whose calls may take [#DEFAULT_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public CalculatorClient(Channel channel) {
    this(channel, DEFAULT_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long each call may take, more than zero
  public CalculatorClient(Channel channel, Duration timeout) {
    this(channel, timeout, StatusToCalculatorError::map);
  }

  /// A client that understands failed calls in a way of its own.
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long each call may take, more than zero
  /// @param errors makes the contract's error of an operation's name and its failure
  public CalculatorClient(
      Channel channel,
      Duration timeout,
      BiFunction<String, StatusRuntimeException, CalculatorException> errors) {
    this.stub = CalculatorGrpc.newBlockingStub(channel);
    this.timeout = timeout;
    this.errors = errors;
  }

  @Override
  public void initialize() {
    call("initialize", stub -> stub.initialize(InitializeRequest.getDefaultInstance()));
  }

  @Override
  public void shutdown() {
    call("shutdown", stub -> stub.shutdown(ShutdownRequest.getDefaultInstance()));
  }

  @Override
  public CalculatorStatus status() {
    GetStatusResponse status =
        call("status", stub -> stub.getStatus(GetStatusRequest.getDefaultInstance()));
    return new CalculatorStatus(
        status.getInitialized(),
        Duration.ofMillis(status.getUptimeMillis()),
        status.getCalls(),
        status.getErrors());
  }

  @Override
  public double add(double left, double right) {
    Result result = call("add", stub -> stub.add(operands(left, right)));
    return result.getValue();
  }

  @Override
  public double subtract(double left, double right) {
    Result result = call("subtract", stub -> stub.subtract(operands(left, right)));
    return result.getValue();
  }

  /// Exercise 1.3.
  @Override
  @Exercise("1.3")
  public double multiply(double left, double right) {
    Result result = call("multiply", stub -> stub.multiply(operands(left, right)));
    return result.getValue();
  }

  /// Exercise 1.3.
  @Override
  @Exercise("1.3")
  public double divide(double left, double right) {
    Result result = call("divide", stub -> stub.divide(operands(left, right)));
    return result.getValue();
  }

  /// Makes one call with a deadline and turns a failed one into the contract's exception.
  private <T> T call(String operation, Function<CalculatorGrpc.CalculatorBlockingStub, T> remote) {
    try {
      return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      throw errors.apply(operation, e);
    }
  }

  private static Operands operands(double left, double right) {
    return Operands.newBuilder().setLeft(left).setRight(right).build();
  }
}
