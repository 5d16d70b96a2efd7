// file: lifecycle/Lifecycle.java
// wrong: lets a running plugin fail; failed is for those that never ran
public static boolean allows(PluginState from, PluginState to) {
  return switch (from) {
    case PluginState.New _ ->
        to instanceof PluginState.Starting || to instanceof PluginState.Failed;
    case PluginState.Starting _ ->
        to instanceof PluginState.Running
            || to instanceof PluginState.Stopping
            || to instanceof PluginState.Failed;
    case PluginState.Running _ ->
        to instanceof PluginState.Stopping
            || to instanceof PluginState.Exited
            || to instanceof PluginState.Failed;
    case PluginState.Stopping _ ->
        to instanceof PluginState.Exited || to instanceof PluginState.Failed;
    case PluginState.Exited _, PluginState.Failed _ -> false;
  };
}
