// file: basics/MagicCookie.java
// wrong: a plugin whose own cookie is blank is never told so
public void requireIn(Map<String, String> environment) {
  if (!value.equals(environment.get(key))) {
    throw MagicCookieException.startedByHand();
  }
}
