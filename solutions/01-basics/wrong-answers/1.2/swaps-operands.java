// file: basics/CalculatorService.java
// wrong: left and right change places
@Override
public void divide(Operands operands, StreamObserver<Result> answer) {
  reply(answer, () -> message(calculator.divide(operands.getRight(), operands.getLeft())));
}
