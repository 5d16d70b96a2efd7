// file: extensions/HostServicesClient.java
// wrong: the job's deadline goes along, its cancellation does not
// import io.grpc.Deadline;
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  Deadline own = Deadline.after(timeout.toNanos(), TimeUnit.NANOSECONDS);
  Deadline nearer = job.getDeadline() == null ? own : own.minimum(job.getDeadline());
  try {
    return remote.apply(stub.withDeadline(nearer));
  } catch (StatusRuntimeException e) {
    throw StatusToHostError.map(what, e, job);
  }
}
