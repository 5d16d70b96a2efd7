// file: replicas/ReplicaTable.java
// wrong: one bad value ends the watch
public void apply(EtcdWatch.Change change) {
  if (!change.key().startsWith(prefix)) {
    refuse(change, "is no key of " + prefix);
    return;
  }
  String id = change.key().substring(prefix.length());
  replicas.remove(id);
  if (change.value().isPresent()) {
    Replica replica = Replica.parse(id, change.value().get());
    if (replica.version() == version) {
      replicas.put(id, replica);
    }
  }
}
