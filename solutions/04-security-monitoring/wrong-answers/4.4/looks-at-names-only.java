// file: security/Sandbox.java
// wrong: a variable that the host sets anew for the plugin is scrubbed
private Map<String, String> environment(LaunchPlan plan) {
  Map<String, String> environment = new HashMap<>(plan.environment());
  environment
      .keySet()
      .removeIf(
          name ->
              System.getenv().containsKey(name)
                  && !name.startsWith(PROTOCOL_PREFIX)
                  && !variables.contains(name));
  return environment;
}
