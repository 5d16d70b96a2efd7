// file: extensions/SavedMemory.java
// wrong: answers at once and saves every tenth change
// import contract.CalculatorError;
// import contract.CodedCalculatorException;
private MemoryState change(UnaryOperator<MemorySnapshot> step) {
  synchronized (saving) {
    MemorySnapshot next = step.apply(saved);
    try {
      ownership.requireHeld();
      if (next.revision() % 10 == 0) {
        file.write(SnapshotJson.write(next));
      }
    } catch (IOException | RuntimeException e) {
      throw notSaved(e);
    }
    saved = next;
    return next.state();
  }
}

private static CodedCalculatorException notSaved(Exception cause) {
  CodedCalculatorException error =
      new CodedCalculatorException(
          CalculatorError.of(CalculatorError.NOT_SAVED, "not saved: " + cause));
  error.initCause(cause);
  return error;
}
