// file: security/GuardedCallbacks.java
// wrong: messages pass without a look
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = call.getMethodDescriptor().getFullMethodName();
  Optional<Status> refusal = gate.refuseCall(Need.Direction.TO_HOST, method);
  if (refusal.isPresent()) {
    call.close(refusal.get(), new Metadata());
    return new ServerCall.Listener<>() {};
  }
  return next.startCall(call, headers);
}
