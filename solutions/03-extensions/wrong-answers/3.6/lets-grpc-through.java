// file: extensions/HostServicesClient.java
// wrong: gRPC's own errors reach the job
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  Context before = job.attach();
  try {
    return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
  } finally {
    job.detach(before);
  }
}
