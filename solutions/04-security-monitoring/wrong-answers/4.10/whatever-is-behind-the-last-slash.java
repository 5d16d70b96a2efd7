// file: replicas/ReplicaTable.java
// wrong: takes replicas of other plugins
public void apply(EtcdWatch.Change change) {
  String id = change.key().substring(change.key().lastIndexOf('/') + 1);
  replicas.remove(id);
  if (change.value().isEmpty()) {
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
