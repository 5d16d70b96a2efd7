// file: extensions/HotSwap.java
// wrong: if the new process does not even end, its failure hides why it was not taken
public boolean perform(SwapSteps steps) {
  try {
    steps.startNew();
    steps.switchToNew();
  } catch (RuntimeException e) {
    steps.endNew();
    throw new SwapFailedException(e);
  }
  try {
    return steps.drainOld(drainTimeout);
  } finally {
    steps.endOld();
  }
}
