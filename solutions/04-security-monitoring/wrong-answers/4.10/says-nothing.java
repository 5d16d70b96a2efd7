// file: replicas/ReplicaTable.java
// wrong: leaves out without a word
public void apply(EtcdWatch.Change change) {
  if (!change.key().startsWith(prefix)) {
    return;
  }
  String id = change.key().substring(prefix.length());
  replicas.remove(id);
  if (change.value().isEmpty()) {
    return;
  }
  try {
    Replica replica = Replica.parse(id, change.value().get());
    if (replica.version() == version) {
      replicas.put(id, replica);
    }
  } catch (IllegalArgumentException ignored) {
    return;
  }
}
