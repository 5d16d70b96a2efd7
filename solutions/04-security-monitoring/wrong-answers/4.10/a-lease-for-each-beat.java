// file: replicas/ReplicaRegistration.java
// wrong: old leases pile up in etcd
public synchronized void beat() {
  if (closed) {
    return;
  }
  long fresh = leases.grant(life);
  leases.put(key, value, fresh);
  lease = fresh;
}
