// file: security/Sandbox.java
// wrong: what is on the list is scrubbed
private Map<String, String> environment(LaunchPlan plan) {
  Map<String, String> environment = new HashMap<>(plan.environment());
  environment
      .entrySet()
      .removeIf(
          variable ->
              variable.getValue().equals(System.getenv(variable.getKey()))
                  && !variable.getKey().startsWith(PROTOCOL_PREFIX));
  return environment;
}
