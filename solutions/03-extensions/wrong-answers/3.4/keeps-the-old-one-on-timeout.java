// file: extensions/HotSwap.java
// wrong: ends the old process only if all its calls were done in time
public boolean perform(SwapSteps steps) {
  try {
    steps.startNew();
    steps.switchToNew();
  } catch (RuntimeException e) {
    SwapFailedException failure = new SwapFailedException(e);
    try {
      steps.endNew();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
    throw failure;
  }
  boolean drained = steps.drainOld(drainTimeout);
  if (drained) {
    steps.endOld();
  }
  return drained;
}
