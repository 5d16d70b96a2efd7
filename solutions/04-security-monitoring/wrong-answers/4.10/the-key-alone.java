// file: replicas/ReplicaRegistration.java
// wrong: sets the key at each beat and never renews
public synchronized void beat() {
  if (closed) {
    return;
  }
  if (lease == NO_LEASE) {
    lease = leases.grant(life);
  }
  leases.put(key, value, lease);
}
