// file: basics/MagicCookie.java
// wrong: the explanation goes to stdout, which belongs to the handshake line
public void requireIn(Map<String, String> environment) {
  if (key.isBlank() || value.isBlank()) {
    throw MagicCookieException.misconfigured();
  }
  if (!value.equals(environment.get(key))) {
    MagicCookieException explanation = MagicCookieException.startedByHand();
    System.out.println(explanation.getMessage());
    throw explanation;
  }
}
