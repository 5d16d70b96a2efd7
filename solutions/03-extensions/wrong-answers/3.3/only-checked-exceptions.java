// file: extensions/SavedMemory.java
// wrong: catches what write declares, and an unchecked exception leaves the change behind
// import contract.CalculatorError;
// import contract.CodedCalculatorException;
private MemoryState change(UnaryOperator<MemorySnapshot> step) {
  synchronized (saving) {
    latest = step.apply(latest);
    try {
      ownership.requireHeld();
      file.write(SnapshotJson.write(latest));
    } catch (IOException e) {
      latest = saved;
      throw notSaved(e);
    }
    saved = latest;
    return latest.state();
  }
}

private static CodedCalculatorException notSaved(Exception cause) {
  CodedCalculatorException error =
      new CodedCalculatorException(
          CalculatorError.of(CalculatorError.NOT_SAVED, "not saved: " + cause));
  error.initCause(cause);
  return error;
}
