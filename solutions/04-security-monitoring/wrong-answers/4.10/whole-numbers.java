// file: replicas/CallPolicy.java
// wrong: gRPC takes Double only
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
            "maxAttempts", attempts,
            "initialBackoff", seconds(firstPause),
            "maxBackoff", seconds(Duration.ofSeconds(1)),
            "backoffMultiplier", 2.0,
            "retryableStatusCodes", List.of("UNAVAILABLE"));
    config.put("methodConfig", List.of(Map.of("name", names, "retryPolicy", retry)));
  }
  return config;
}
