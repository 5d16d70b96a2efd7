// file: basics/CalculatorService.java
// wrong: the answer is sent, but the call never completed: the host waits until its deadline
@Override
public void divide(Operands operands, StreamObserver<Result> answer) {
  answer.onNext(message(calculator.divide(operands.getLeft(), operands.getRight())));
}
