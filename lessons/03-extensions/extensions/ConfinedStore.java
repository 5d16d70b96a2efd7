package extensions;

import contract.KeyValueStore;
import contract.StoreRefusedException;
import contract.StoreRefusedException.Reason;
import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One plugin's values in the host's memory. The plugin is not trusted: it cannot make the host
/// keep more than the limits allow, nor change a value without asking. Safe for use by many
/// threads.
public final class ConfinedStore implements KeyValueStore {
  private final StoreLimits limits;
  private final Map<String, byte[]> values = new TreeMap<>();

  /// An empty store.
  public ConfinedStore(StoreLimits limits) {
    this.limits = limits;
  }

  @Override
  public synchronized Optional<byte[]> get(String key) {
    requireKey(key);
    return Optional.ofNullable(values.get(key)).map(byte[]::clone);
  }

  /// Writes a value, within the limits.
  ///
  /// Exercise 3.6. In this order:
  ///
  /// 1. The key has to be one: [#requireKey].
  /// 2. A value of more than `valueBytes` is refused as [Reason#INVALID]; the message has both
  ///    numbers.
  /// 3. One key more than `keys` is refused as [Reason#FULL]; the message has the limit. A key that
  ///    is there is no new one: its value can be replaced in a full store.
  ///
  /// What is refused changes nothing. The store keeps a copy: what the caller does with its array
  /// afterwards does not reach the store. Many threads may write at once, and the limits hold all
  /// the same.
  ///
  /// @throws StoreRefusedException as above
  @Override
  @Exercise("3.6")
  public synchronized void put(String key, byte[] value) {
    ExerciseNotDone.report("3.6");
    values.put(key, value);
  }

  @Override
  public synchronized boolean remove(String key) {
    requireKey(key);
    return values.remove(key) != null;
  }

  @Override
  public synchronized List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /// @throws StoreRefusedException as [Reason#INVALID] unless the key has 1 to `keyLength`
  ///   characters, all of them `!` to `~`
  private void requireKey(String key) {
    if (key.isEmpty() || key.length() > limits.keyLength()) {
      throw new StoreRefusedException(
          Reason.INVALID,
          "a key of %d characters; 1 to %d are allowed"
              .formatted(key.length(), limits.keyLength()));
    }
    if (!key.chars().allMatch(character -> character >= '!' && character <= '~')) {
      throw new StoreRefusedException(
          Reason.INVALID, "the key %s; ! to ~ are allowed".formatted(Quoted.of(key)));
    }
  }
}
