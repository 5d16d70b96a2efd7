// file: security/GuardedCallbacks.java
// wrong: the plugin is not told why
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = call.getMethodDescriptor().getFullMethodName();
  if (gate.refuseCall(Need.Direction.TO_HOST, method).isPresent()) {
    call.close(Status.CANCELLED, new Metadata());
    return new ServerCall.Listener<>() {};
  }
  WatchedCall<Q, A> watched = new WatchedCall<>(call);
  return new WatchedListener<>(next.startCall(watched, headers), watched, gate, method);
}
