// file: extensions/NearestKey.java
// wrong: offers the nearest key, however far it is
public static Optional<String> of(String key, Collection<String> known) {
  Optional<String> nearest = Optional.empty();
  int smallest = Integer.MAX_VALUE;
  for (String candidate : new TreeSet<>(known)) {
    int distance = distance(key.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    if (distance < smallest) {
      nearest = Optional.of(candidate);
      smallest = distance;
    }
  }
  return nearest;
}
