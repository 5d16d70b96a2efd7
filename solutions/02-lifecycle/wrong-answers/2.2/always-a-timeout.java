// file: lifecycle/PluginStartException.java
// wrong: whatever went wrong, it says that the plugin was too slow
public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
  return new PluginStartTimeoutException(
      "timeout while waiting for the plugin to start; it was killed. " + failure + "\n" + evidence.describe());
}
