// file: lifecycle/Lifecycle.java
// wrong: looks before it takes the lock, so two callers may both find their change allowed
public boolean moveTo(PluginState next) {
  PluginState now = state();
  if (!allows(now, next)) {
    return false;
  }
  Change change = new Change(now, next);
  synchronized (lock) {
    state = next;
  }
  listeners.forEach(listener -> listener.accept(change));
  return true;
}
