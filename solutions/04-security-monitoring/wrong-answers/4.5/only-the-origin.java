// file: monitoring/RequestGuard.java
// wrong: does not look at the host: a name may be made to lead here
public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
  String own = "http://" + (host.isEmpty() ? "" : lower(host.getFirst()));
  return origin.stream().allMatch(value -> lower(value).equals(own))
      && fetchSite.stream().allMatch(value -> value.equals("same-origin") || value.equals("none"));
}
