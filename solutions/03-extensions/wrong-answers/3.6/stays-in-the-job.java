// file: extensions/HostServicesClient.java
// wrong: the thread stays in the job
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  job.attach();
  try {
    return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
  } catch (StatusRuntimeException e) {
    throw StatusToHostError.map(what, e, job);
  }
}
