// file: lifecycle/VersionNegotiation.java
// wrong: takes the first version of the offer that it has; the offer has no order
public static int choose(SortedSet<Integer> own, String offered) {
  for (int version : numbers(offered)) {
    if (own.contains(version)) {
      return version;
    }
  }
  return own.first();
}
