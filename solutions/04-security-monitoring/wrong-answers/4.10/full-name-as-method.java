// file: replicas/CallPolicy.java
// wrong: names no method that exists
public Map<String, Object> serviceConfig() {
  Map<String, Object> config = new TreeMap<>();
  config.put("loadBalancingConfig", List.of(Map.of("round_robin", Map.of())));
  if (!idempotent.isEmpty()) {
    List<Map<String, String>> names =
        idempotent.stream()
            .map(method -> Map.of("service", method.split("/", 2)[0], "method", method))
            .toList();
    Map<String, Object> retry =
        Map.of(
            "maxAttempts", (double) attempts,
            "initialBackoff", seconds(firstPause),
            "maxBackoff", seconds(Duration.ofSeconds(1)),
            "backoffMultiplier", 2.0,
            "retryableStatusCodes", List.of("UNAVAILABLE"));
    config.put("methodConfig", List.of(Map.of("name", names, "retryPolicy", retry)));
  }
  return config;
}
