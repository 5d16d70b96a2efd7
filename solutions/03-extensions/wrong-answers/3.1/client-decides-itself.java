// file: extensions/ScientificClient.java
// wrong: the client refuses what it holds for wrong, and does not ask the plugin
@Override
public double factorial(long n) {
  if (n > 170) {
    throw new contract.ResultOutOfRangeException("too large");
  }
  FactorialRequest request = FactorialRequest.newBuilder().setN(n).build();
  return call("factorial", stub -> stub.factorial(request)).getValue();
}
