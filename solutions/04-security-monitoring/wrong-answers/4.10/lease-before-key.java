// file: replicas/ReplicaRegistration.java
// wrong: renews a lease for ever that has no key
public synchronized void beat() {
  if (closed || (lease != NO_LEASE && leases.keepAlive(lease))) {
    return;
  }
  lease = leases.grant(life);
  leases.put(key, value, lease);
}
