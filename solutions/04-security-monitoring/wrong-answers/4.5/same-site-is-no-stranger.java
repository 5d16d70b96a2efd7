// file: monitoring/RequestGuard.java
// wrong: a page of another port of this machine may ask
public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
  if (host.size() != 1 || !ownHosts.contains(lower(host.getFirst()))) {
    return false;
  }
  String own = "http://" + lower(host.getFirst());
  return origin.stream().allMatch(value -> lower(value).equals(own))
      && fetchSite.stream().noneMatch(value -> value.equals("cross-site"));
}
