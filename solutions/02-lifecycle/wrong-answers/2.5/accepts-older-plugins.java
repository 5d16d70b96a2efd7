// file: lifecycle/VersionNegotiation.java
// wrong: the host accepts each version up to its own highest, also those that it does not have
public static void requireKnown(SortedSet<Integer> own, int chosen) {
  if (chosen > own.last()) {
    throw new IncompatibleVersionException(chosen, new TreeSet<>(own));
  }
}
