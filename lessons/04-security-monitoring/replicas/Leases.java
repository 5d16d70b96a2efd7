package replicas;

import java.time.Duration;

/// Keys that are gone when no one cares for them any more: what [ReplicaRegistration] needs of
/// etcd. [EtcdClient] has it.
public interface Leases {
  /// A new lease.
  ///
  /// @param life how long it lasts after its last renewal; the server may give more
  /// @return its number
  /// @throws EtcdException if etcd cannot be reached or refuses
  long grant(Duration life);

  /// Sets a key that ends with a lease.
  ///
  /// @throws EtcdException if etcd cannot be reached, or knows no such lease (any more)
  void put(String key, String value, long lease);

  /// Renews a lease for another life.
  ///
  /// @return false if there is no such lease (any more): its keys are gone
  /// @throws EtcdException if etcd cannot be reached: the lease may be alive
  boolean keepAlive(long lease);

  /// Ends a lease and removes its keys. One that has ended already is no error.
  ///
  /// @throws EtcdException if etcd cannot be reached
  void revoke(long lease);
}
