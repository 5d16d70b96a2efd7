// file: extensions/NearestKey.java
// wrong: takes the first key that is near enough, not the nearest
public static Optional<String> of(String key, Collection<String> known) {
  for (String candidate : new TreeSet<>(known)) {
    int distance = distance(key.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    if (distance <= Math.max(1, Math.max(key.length(), candidate.length()) / 3)) {
      return Optional.of(candidate);
    }
  }
  return Optional.empty();
}
