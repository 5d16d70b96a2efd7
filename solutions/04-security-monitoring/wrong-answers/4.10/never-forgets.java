// file: replicas/ReplicaTable.java
// wrong: a replica that is gone stays known
public void apply(EtcdWatch.Change change) {
  if (!change.key().startsWith(prefix)) {
    refuse(change, "is no key of " + prefix);
    return;
  }
  if (change.value().isEmpty()) {
    return;
  }
  String id = change.key().substring(prefix.length());
  replicas.remove(id);
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
