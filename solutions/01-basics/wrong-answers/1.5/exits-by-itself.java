// file: basics/MagicCookie.java
// wrong: ends the process with code 2 on the spot, so no caller can do anything about it
public void requireIn(Map<String, String> environment) {
  if (!value.equals(environment.get(key))) {
    Runtime.getRuntime().halt(2);
  }
}
