// file: monitoring/RequestGuard.java
// wrong: does not look at the origin: pages of other sites may ask
public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
  return host.size() == 1 && ownHosts.contains(lower(host.getFirst()));
}
