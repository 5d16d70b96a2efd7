// file: extensions/NearestKey.java
// wrong: a capital letter is a wrong letter
public static Optional<String> of(String key, Collection<String> known) {
  Optional<String> nearest = Optional.empty();
  int smallest = Integer.MAX_VALUE;
  for (String candidate : new TreeSet<>(known)) {
    int distance = distance(key, candidate);
    int allowed = Math.max(1, Math.max(key.length(), candidate.length()) / 3);
    if (distance <= allowed && distance < smallest) {
      nearest = Optional.of(candidate);
      smallest = distance;
    }
  }
  return nearest;
}
