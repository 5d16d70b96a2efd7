// file: security/GuardedCallbacks.java
// wrong: the gate is asked for the service, not for the method
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = String.valueOf(call.getMethodDescriptor().getServiceName()) + "/Get";
  Optional<Status> refusal = gate.refuseCall(Need.Direction.TO_HOST, method);
  if (refusal.isPresent()) {
    call.close(refusal.get(), new Metadata());
    return new ServerCall.Listener<>() {};
  }
  WatchedCall<Q, A> watched = new WatchedCall<>(call);
  return new WatchedListener<>(next.startCall(watched, headers), watched, gate, method);
}
