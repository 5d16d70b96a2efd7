// file: extensions/ScientificClient.java
// wrong: calls the stub itself: no deadline, and gRPC's exceptions reach the host's code
@Override
public double sqrt(double value) {
  return stub.sqrt(SqrtRequest.newBuilder().setValue(value).build()).getValue();
}
