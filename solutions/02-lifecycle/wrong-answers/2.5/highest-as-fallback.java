// file: lifecycle/VersionNegotiation.java
// wrong: with nothing in common it offers its highest version, not its lowest
public static int choose(SortedSet<Integer> own, String offered) {
  List<Integer> hostVersions = numbers(offered);
  return own.stream()
      .filter(hostVersions::contains)
      .max(Comparator.naturalOrder())
      .orElse(own.last());
}
