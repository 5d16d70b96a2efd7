// file: security/Sandbox.java
// wrong: the plugin gets the host's whole environment
private Map<String, String> environment(LaunchPlan plan) {
  Map<String, String> environment = new HashMap<>(plan.environment());
  return environment;
}
