// file: extensions/ScientificService.java
// wrong: swaps base and exponent on the way
@Override
public void power(PowerRequest request, StreamObserver<Number> answer) {
  Replies.reply(answer, () -> message(calculator.power(request.getExponent(), request.getBase())));
}
