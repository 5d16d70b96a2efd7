// file: extensions/SavedMemory.java
// wrong: shows the change before it is on disk
// import contract.CalculatorError;
// import contract.CodedCalculatorException;
private MemoryState change(UnaryOperator<MemorySnapshot> step) {
  synchronized (saving) {
    MemorySnapshot before = saved;
    MemorySnapshot next = step.apply(before);
    saved = next;
    try {
      ownership.requireHeld();
      file.write(SnapshotJson.write(next));
    } catch (IOException | RuntimeException e) {
      saved = before;
      throw notSaved(e);
    }
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
