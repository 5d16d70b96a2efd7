// file: replicas/ReplicaTable.java
// wrong: calls replicas that speak another version
public void apply(EtcdWatch.Change change) {
  if (!change.key().startsWith(prefix)) {
    refuse(change, "is no key of " + prefix);
    return;
  }
  String id = change.key().substring(prefix.length());
  replicas.remove(id);
  if (change.value().isEmpty()) {
    return;
  }
  try {
    replicas.put(id, Replica.parse(id, change.value().get()));
  } catch (IllegalArgumentException e) {
    refuse(change, "is no replica");
  }
}
