// file: extensions/HostServicesClient.java
// wrong: the job's deadline and cancellation are lost on another thread
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  try {
    return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
  } catch (StatusRuntimeException e) {
    throw StatusToHostError.map(what, e, job);
  }
}
