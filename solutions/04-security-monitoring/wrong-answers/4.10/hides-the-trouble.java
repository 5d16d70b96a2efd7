// file: replicas/ReplicaRegistration.java
// wrong: no one hears that etcd is away
public synchronized void beat() {
  try {
    if (closed || (lease != NO_LEASE && leases.keepAlive(lease))) {
      return;
    }
    long fresh = leases.grant(life);
    leases.put(key, value, fresh);
    lease = fresh;
  } catch (EtcdException ignored) {
    return;
  }
}
