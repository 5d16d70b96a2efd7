package contract;

import java.util.List;
import java.util.Optional;

/// Values that a plugin keeps with its host, by key.
///
/// A store belongs to one plugin. Whatever the key is, it reaches no other plugin's values.
///
/// A key has 1 to 128 characters of ASCII, from `!` to `~`. It is a name and no path: `..` and `/`
/// mean nothing. Values are bytes. A host limits the length of a value and the count of keys.
///
/// Every method throws [StoreRefusedException] if a rule is broken, [JobStoppedException] if the
/// job is to end and [HostUnavailableException] if the host gave no answer. Implementations are
/// safe for use by many threads.
public interface KeyValueStore {
  /// The value, as a copy; empty if there is none.
  Optional<byte[]> get(String key);

  /// Writes a value, instead of what was there. It changes all or nothing.
  ///
  /// @param value is copied; may be empty
  void put(String key, byte[] value);

  /// Removes a value.
  ///
  /// @return true if there was one
  boolean remove(String key);

  /// All keys, in alphabetical order.
  List<String> keys();
}
