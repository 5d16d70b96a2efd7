// file: replicas/ReplicaRegistration.java
// wrong: takes an etcd that is away for a lease that ended
public synchronized void beat() {
  if (closed) {
    return;
  }
  long known = lease;
  lease = NO_LEASE;
  if (known != NO_LEASE && leases.keepAlive(known)) {
    lease = known;
    return;
  }
  long fresh = leases.grant(life);
  leases.put(key, value, fresh);
  lease = fresh;
}
