// file: extensions/HostServicesClient.java
// wrong: a call has no time of its own
private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
  Context before = job.attach();
  try {
    return remote.apply(stub);
  } catch (StatusRuntimeException e) {
    throw StatusToHostError.map(what, e, job);
  } finally {
    job.detach(before);
  }
}
