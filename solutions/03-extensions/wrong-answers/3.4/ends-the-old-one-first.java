// file: extensions/HotSwap.java
// wrong: ends the old process before calls go to the new one
public boolean perform(SwapSteps steps) {
  try {
    steps.startNew();
    boolean drained = steps.drainOld(drainTimeout);
    steps.endOld();
    steps.switchToNew();
    return drained;
  } catch (RuntimeException e) {
    steps.endNew();
    throw new SwapFailedException(e);
  }
}
