// file: basics/CalculatorService.java
// wrong: the service refuses zero divisors, which is the calculator's decision
// import contract.DivisionByZeroException;
@Override
public void divide(Operands operands, StreamObserver<Result> answer) {
  if (operands.getRight() == 0) {
    DivisionByZeroException error =
        new DivisionByZeroException(operands.getLeft() + " / " + operands.getRight());
    answer.onError(CalculatorErrorToStatus.map(error));
    return;
  }
  reply(answer, () -> message(calculator.divide(operands.getLeft(), operands.getRight())));
}
