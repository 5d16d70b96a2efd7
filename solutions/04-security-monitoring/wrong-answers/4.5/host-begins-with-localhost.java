// file: monitoring/RequestGuard.java
// wrong: takes localhost.evil.example for this machine
public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
  if (host.size() != 1) {
    return false;
  }
  String asked = lower(host.getFirst());
  String own = "http://" + asked;
  return (asked.startsWith("localhost") || ownHosts.contains(asked))
      && origin.stream().allMatch(value -> lower(value).equals(own))
      && fetchSite.stream().allMatch(value -> value.equals("same-origin") || value.equals("none"));
}
