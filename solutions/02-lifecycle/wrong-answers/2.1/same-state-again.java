// file: lifecycle/Lifecycle.java
// wrong: calls a move to the kind of state that it is in already a success, so two callers both think that they stopped it
public boolean moveTo(PluginState next) {
  Change change;
  synchronized (lock) {
    if (state.getClass().equals(next.getClass())) {
      return true;
    }
    if (!allows(state, next)) {
      return false;
    }
    change = new Change(state, next);
    state = next;
  }
  listeners.forEach(listener -> listener.accept(change));
  return true;
}
