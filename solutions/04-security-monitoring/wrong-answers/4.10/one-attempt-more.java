// file: replicas/CallPolicy.java
// wrong: does not count the first attempt
public Map<String, Object> serviceConfig() {
  Map<String, Object> config = new TreeMap<>();
  config.put("loadBalancingConfig", List.of(Map.of("round_robin", Map.of())));
  if (!idempotent.isEmpty()) {
    List<Map<String, String>> names =
        idempotent.stream()
            .map(method -> method.split("/", 2))
            .map(parts -> Map.of("service", parts[0], "method", parts[1]))
            .toList();
    Map<String, Object> retry =
        Map.of(
            "maxAttempts", (double) Math.min(5, attempts + 1),
            "initialBackoff", seconds(firstPause),
            "maxBackoff", seconds(Duration.ofSeconds(1)),
            "backoffMultiplier", 2.0,
            "retryableStatusCodes", List.of("UNAVAILABLE"));
    config.put("methodConfig", List.of(Map.of("name", names, "retryPolicy", retry)));
  }
  return config;
}
