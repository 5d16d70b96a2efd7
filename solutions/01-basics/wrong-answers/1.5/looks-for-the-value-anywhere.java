// file: basics/MagicCookie.java
// wrong: the value may stand under any name
public void requireIn(Map<String, String> environment) {
  if (key.isBlank() || value.isBlank()) {
    throw MagicCookieException.misconfigured();
  }
  if (!environment.containsValue(value)) {
    throw MagicCookieException.startedByHand();
  }
}
