// file: extensions/HotSwap.java
// wrong: a new process that does not answer is left running
public boolean perform(SwapSteps steps) {
  try {
    steps.startNew();
    steps.switchToNew();
  } catch (RuntimeException e) {
    throw new SwapFailedException(e);
  }
  try {
    return steps.drainOld(drainTimeout);
  } finally {
    steps.endOld();
  }
}
