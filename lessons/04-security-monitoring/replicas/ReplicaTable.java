package replicas;

import basics.VisibleText;
import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The replicas of one plugin that a host knows, as etcd tells them.
///
/// Whoever can write to etcd can write nonsense: what is no replica is logged and left out, and
/// stops nothing. Not safe for use by many threads.
public final class ReplicaTable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaTable.class);

  /// What the keys of this plugin's replicas begin with.
  final String prefix;

  /// The version that the host speaks.
  final int version;

  /// By id.
  private final Map<String, Replica> replicas = new TreeMap<>();

  /// Values that were complained about, by key.
  private final Map<String, String> refused = new TreeMap<>();

  /// An empty table.
  ///
  /// @param plugin whose replicas
  /// @param version the version of the application's protocol that the host speaks
  public ReplicaTable(String plugin, int version) {
    this.prefix = Replica.prefix(plugin);
    this.version = version;
  }

  /// The replicas that the host can use, by their ids' order.
  public List<Replica> replicas() {
    return List.copyOf(replicas.values());
  }

  /// Takes all that etcd has at one moment; what the table had before is forgotten.
  ///
  /// @param values by key
  public void replace(Map<String, String> values) {
    replicas.clear();
    refused.keySet().retainAll(values.keySet());
    values.forEach((key, value) -> apply(new EtcdWatch.Change(key, Optional.of(value))));
  }

  /// Takes one change, of whatever key, and stays usable whatever it says.
  ///
  /// Exercise 4.10. A key of this plugin is [#prefix] and the replica's id behind it. The key's
  /// last value counts, and it alone: [Replica#parse] reads it. A replica that is gone, or whose
  /// value is no replica's any more, or one of another version, is known no longer; the others
  /// stay. Say what is refused, and why, by [#refuse]: keys of others, values that are none, other
  /// versions.
  @Exercise("4.10")
  public void apply(EtcdWatch.Change change) {
    throw new ExerciseNotDone("4.10");
  }

  /// Logs a change that is left out; once for each value, as all keys are read again and again.
  ///
  /// @param why ends a sentence that begins with the key
  void refuse(EtcdWatch.Change change, String why) {
    String value = change.value().orElse("");
    if (!value.equals(refused.put(change.key(), value))) {
      LOG.warn("etcd: {} {}; it is left out", VisibleText.shortened(change.key()), why);
    }
  }
}
