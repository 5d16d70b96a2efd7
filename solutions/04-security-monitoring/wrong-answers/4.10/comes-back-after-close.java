// file: replicas/ReplicaRegistration.java
// wrong: a beat that was late registers a replica that has ended
public synchronized void beat() {
  if (lease != NO_LEASE && leases.keepAlive(lease)) {
    return;
  }
  lease = NO_LEASE;
  long fresh = leases.grant(life);
  leases.put(key, value, fresh);
  lease = fresh;
}
