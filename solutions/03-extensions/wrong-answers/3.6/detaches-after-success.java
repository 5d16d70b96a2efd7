// file: extensions/HostServicesClient.java
// wrong: after a failure the thread stays in the job
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  Context before = job.attach();
  try {
    T answer = remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    job.detach(before);
    return answer;
  } catch (StatusRuntimeException e) {
    throw StatusToHostError.map(what, e, job);
  }
}
