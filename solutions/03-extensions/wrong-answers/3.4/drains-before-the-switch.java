// file: extensions/HotSwap.java
// wrong: waits for the old process while new calls still go to it
public boolean perform(SwapSteps steps) {
  boolean drained;
  try {
    steps.startNew();
    drained = steps.drainOld(drainTimeout);
    steps.switchToNew();
  } catch (RuntimeException e) {
    steps.endNew();
    throw new SwapFailedException(e);
  }
  steps.endOld();
  return drained;
}
