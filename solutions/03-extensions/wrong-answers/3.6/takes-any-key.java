// file: extensions/ConfinedStore.java
// wrong: takes any text for a key
public synchronized void put(String key, byte[] value) {
  if (value.length > limits.valueBytes()) {
    throw new StoreRefusedException(
        Reason.INVALID,
        "a value of %d bytes; %d are allowed".formatted(value.length, limits.valueBytes()));
  }
  if (!values.containsKey(key) && values.size() >= limits.keys()) {
    throw new StoreRefusedException(
        Reason.FULL, "the store is full: %d keys are allowed".formatted(limits.keys()));
  }
  values.put(key, value.clone());
}
