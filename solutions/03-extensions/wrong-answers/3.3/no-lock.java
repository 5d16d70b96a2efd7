// file: extensions/SavedMemory.java
// wrong: without a lock, two callers make the same revision
// import contract.CalculatorError;
// import contract.CodedCalculatorException;
private MemoryState change(UnaryOperator<MemorySnapshot> step) {
  MemorySnapshot next = step.apply(saved);
  try {
    ownership.requireHeld();
    file.write(SnapshotJson.write(next));
  } catch (IOException | RuntimeException e) {
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
