// file: basics/CalculatorService.java
// wrong: an exception of the calculator escapes, and reaches the host as INTERNAL
@Override
public void divide(Operands operands, StreamObserver<Result> answer) {
  answer.onNext(message(calculator.divide(operands.getLeft(), operands.getRight())));
  answer.onCompleted();
}
