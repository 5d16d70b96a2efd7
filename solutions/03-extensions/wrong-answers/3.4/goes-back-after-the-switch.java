// file: extensions/HotSwap.java
// wrong: takes the new process away when the wait fails, though calls go to it already
public boolean perform(SwapSteps steps) {
  try {
    steps.startNew();
    steps.switchToNew();
    boolean drained = steps.drainOld(drainTimeout);
    steps.endOld();
    return drained;
  } catch (RuntimeException e) {
    SwapFailedException failure = new SwapFailedException(e);
    try {
      steps.endNew();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
    throw failure;
  }
}
