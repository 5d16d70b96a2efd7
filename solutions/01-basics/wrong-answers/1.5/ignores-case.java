// file: basics/MagicCookie.java
// wrong: upper and lower case, and blanks around, do not count
public void requireIn(Map<String, String> environment) {
  if (key.isBlank() || value.isBlank()) {
    throw MagicCookieException.misconfigured();
  }
  if (!value.equalsIgnoreCase(environment.getOrDefault(key, "").strip())) {
    throw MagicCookieException.startedByHand();
  }
}
