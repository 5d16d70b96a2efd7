// file: extensions/ConfinedStore.java
// wrong: writes first and refuses then
public synchronized void put(String key, byte[] value) {
  requireKey(key);
  values.put(key, value.clone());
  if (value.length > limits.valueBytes()) {
    throw new StoreRefusedException(
        Reason.INVALID,
        "a value of %d bytes; %d are allowed".formatted(value.length, limits.valueBytes()));
  }
  if (values.size() > limits.keys()) {
    throw new StoreRefusedException(
        Reason.FULL, "the store is full: %d keys are allowed".formatted(limits.keys()));
  }
}
