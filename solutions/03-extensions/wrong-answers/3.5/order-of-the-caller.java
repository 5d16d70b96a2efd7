// file: extensions/NearestKey.java
// wrong: of two at the same distance it takes the one that the caller has named first
public static Optional<String> of(String key, Collection<String> known) {
  Optional<String> nearest = Optional.empty();
  int smallest = Integer.MAX_VALUE;
  for (String candidate : known) {
    int distance = distance(key.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    int allowed = Math.max(1, Math.max(key.length(), candidate.length()) / 3);
    if (distance <= allowed && distance < smallest) {
      nearest = Optional.of(candidate);
      smallest = distance;
    }
  }
  return nearest;
}
