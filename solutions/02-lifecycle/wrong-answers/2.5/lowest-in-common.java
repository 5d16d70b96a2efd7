// file: lifecycle/VersionNegotiation.java
// wrong: chooses the lowest version that both have
public static int choose(SortedSet<Integer> own, String offered) {
  List<Integer> hostVersions = numbers(offered);
  return own.stream().filter(hostVersions::contains).findFirst().orElse(own.first());
}
