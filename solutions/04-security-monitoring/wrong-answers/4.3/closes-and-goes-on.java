// file: security/GuardedCallbacks.java
// wrong: a refused call is closed and served all the same
@Override
public <Q, A> ServerCall.Listener<Q> interceptCall(
    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
  String method = call.getMethodDescriptor().getFullMethodName();
  WatchedCall<Q, A> watched = new WatchedCall<>(call);
  gate.refuseCall(Need.Direction.TO_HOST, method)
      .ifPresent(status -> watched.close(status, new Metadata()));
  return new WatchedListener<>(next.startCall(watched, headers), watched, gate, method);
}
