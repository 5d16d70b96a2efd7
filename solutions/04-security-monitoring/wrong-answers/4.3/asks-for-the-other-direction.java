// file: security/GuardedCallbacks.java
// wrong: the plugin's call is taken for the host's
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = call.getMethodDescriptor().getFullMethodName();
  Optional<Status> refusal = gate.refuseCall(Need.Direction.TO_PLUGIN, method);
  if (refusal.isPresent()) {
    call.close(refusal.get(), new Metadata());
    return new ServerCall.Listener<>() {};
  }
  WatchedCall<Q, A> watched = new WatchedCall<>(call);
  return new WatchedListener<>(next.startCall(watched, headers), watched, gate, method);
}
