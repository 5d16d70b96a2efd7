// file: basics/CalculatorService.java
// wrong: the service multiplies, and never asks the calculator
@Override
public void multiply(Operands operands, StreamObserver<Result> answer) {
  reply(answer, () -> message(operands.getLeft() * operands.getRight()));
}
