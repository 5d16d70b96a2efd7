// file: lifecycle/VersionNegotiation.java
// wrong: looks for the version in the text of the offer, so 1 is found in 12
public static int choose(SortedSet<Integer> own, String offered) {
  return own.stream()
      .filter(version -> offered.contains(String.valueOf(version)))
      .max(Comparator.naturalOrder())
      .orElse(own.first());
}
