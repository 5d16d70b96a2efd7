// file: monitoring/RequestGuard.java
// wrong: a second origin is not looked at
public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
  if (host.size() != 1 || !ownHosts.contains(lower(host.getFirst()))) {
    return false;
  }
  String own = "http://" + lower(host.getFirst());
  return (origin.isEmpty() || lower(origin.getFirst()).equals(own))
      && fetchSite.stream().allMatch(value -> value.equals("same-origin") || value.equals("none"));
}
