// file: lifecycle/Lifecycle.java
// wrong: tells the listeners of a change that was refused
public boolean moveTo(PluginState next) {
  Change change;
  boolean moved;
  synchronized (lock) {
    change = new Change(state, next);
    moved = allows(state, next);
    if (moved) {
      state = next;
    }
  }
  listeners.forEach(listener -> listener.accept(change));
  return moved;
}
