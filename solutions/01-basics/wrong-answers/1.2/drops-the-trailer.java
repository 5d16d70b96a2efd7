// file: basics/CalculatorService.java
// wrong: the status has code and description, but not the trailer that names the error
// import io.grpc.Status;
@Override
public void divide(Operands operands, StreamObserver<Result> answer) {
  try {
    answer.onNext(message(calculator.divide(operands.getLeft(), operands.getRight())));
    answer.onCompleted();
  } catch (CalculatorException e) {
    Status status = CalculatorErrorToStatus.map(e).getStatus();
    answer.onError(status.asRuntimeException());
  }
}
