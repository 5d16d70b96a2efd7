// file: security/Sandbox.java
// wrong: what the host sets for the plugin is scrubbed, too
private Map<String, String> environment(LaunchPlan plan) {
  Map<String, String> environment = new HashMap<>(plan.environment());
  environment.keySet().removeIf(name -> !variables.contains(name));
  return environment;
}
