// file: basics/MagicCookie.java
// wrong: looks into the environment first, so a misconfigured plugin blames the person who started it
public void requireIn(Map<String, String> environment) {
  if (!value.equals(environment.get(key))) {
    throw MagicCookieException.startedByHand();
  }
  if (key.isBlank() || value.isBlank()) {
    throw MagicCookieException.misconfigured();
  }
}
