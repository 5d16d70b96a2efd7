// file: security/GuardedCallbacks.java
// wrong: the service is started before the gate is asked
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = call.getMethodDescriptor().getFullMethodName();
  WatchedCall<Q, A> watched = new WatchedCall<>(call);
  ServerCall.Listener<Q> listener = next.startCall(watched, headers);
  Optional<Status> refusal = gate.refuseCall(Need.Direction.TO_HOST, method);
  if (refusal.isPresent()) {
    watched.close(refusal.get(), new Metadata());
    return new ServerCall.Listener<>() {};
  }
  return new WatchedListener<>(listener, watched, gate, method);
}
