// file: extensions/SavedMemory.java
// wrong: changes under the lock but saves outside, so that an older snapshot may be written last
// import contract.CalculatorError;
// import contract.CodedCalculatorException;
private MemoryState change(UnaryOperator<MemorySnapshot> step) {
  MemorySnapshot next;
  synchronized (changing) {
    next = step.apply(latest);
    latest = next;
  }
  try {
    ownership.requireHeld();
    file.write(SnapshotJson.write(next));
  } catch (IOException | RuntimeException e) {
    synchronized (changing) {
      latest = saved;
    }
    throw notSaved(e);
  }
  saved = next;
  return next.state();
}

private static CodedCalculatorException notSaved(Exception cause) {
  CodedCalculatorException error =
      new CodedCalculatorException(
          CalculatorError.of(CalculatorError.NOT_SAVED, "not saved: " + cause));
  error.initCause(cause);
  return error;
}
