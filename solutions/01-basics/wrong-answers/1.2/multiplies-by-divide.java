// file: basics/CalculatorService.java
// wrong: copied from divide, and the name of the operation forgotten
@Override
public void multiply(Operands operands, StreamObserver<Result> answer) {
  reply(answer, () -> message(calculator.divide(operands.getLeft(), operands.getRight())));
}
