// file: extensions/ConfinedStore.java
// wrong: a value that is too long is told as a full store
public synchronized void put(String key, byte[] value) {
  requireKey(key);
  if (!values.containsKey(key) && values.size() >= limits.keys()) {
    throw new StoreRefusedException(
        Reason.FULL, "the store is full: %d keys are allowed".formatted(limits.keys()));
  }
  if (value.length > limits.valueBytes()) {
    throw new StoreRefusedException(
        Reason.INVALID,
        "a value of %d bytes; %d are allowed".formatted(value.length, limits.valueBytes()));
  }
  values.put(key, value.clone());
}
