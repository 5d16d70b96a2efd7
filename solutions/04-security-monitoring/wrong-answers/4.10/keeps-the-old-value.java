// file: replicas/ReplicaTable.java
// wrong: nonsense leaves the old address in use
public void apply(EtcdWatch.Change change) {
  if (!change.key().startsWith(prefix)) {
    refuse(change, "is no key of " + prefix);
    return;
  }
  String id = change.key().substring(prefix.length());
  if (change.value().isEmpty()) {
    replicas.remove(id);
    return;
  }
  try {
    Replica replica = Replica.parse(id, change.value().get());
    if (replica.version() == version) {
      replicas.put(id, replica);
    } else {
      refuse(change, "serves another version");
    }
  } catch (IllegalArgumentException e) {
    refuse(change, "is no replica");
  }
}
