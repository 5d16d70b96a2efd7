// file: basics/MagicCookie.java
// wrong: the variable must be there, but its value does not matter
public void requireIn(Map<String, String> environment) {
  if (key.isBlank() || value.isBlank()) {
    throw MagicCookieException.misconfigured();
  }
  if (!environment.containsKey(key)) {
    throw MagicCookieException.startedByHand();
  }
}
