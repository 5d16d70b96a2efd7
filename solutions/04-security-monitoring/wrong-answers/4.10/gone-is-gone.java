// file: replicas/ReplicaRegistration.java
// wrong: does not look whether the lease is alive
public synchronized void beat() {
  if (closed) {
    return;
  }
  if (lease != NO_LEASE) {
    leases.keepAlive(lease);
    return;
  }
  long fresh = leases.grant(life);
  leases.put(key, value, fresh);
  lease = fresh;
}
