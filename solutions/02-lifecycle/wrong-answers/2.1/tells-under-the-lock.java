// file: lifecycle/Lifecycle.java
// wrong: tells the listeners while it holds the lock, so a listener that waits for another thread hangs
public boolean moveTo(PluginState next) {
  synchronized (lock) {
    if (!allows(state, next)) {
      return false;
    }
    Change change = new Change(state, next);
    state = next;
    listeners.forEach(listener -> listener.accept(change));
    return true;
  }
}
