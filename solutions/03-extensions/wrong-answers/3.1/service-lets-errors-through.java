// file: extensions/ScientificService.java
// wrong: answers without Replies, so that an error has lost its name when it arrives
@Override
public void factorial(FactorialRequest request, StreamObserver<Number> answer) {
  answer.onNext(message(calculator.factorial(request.getN())));
  answer.onCompleted();
}
