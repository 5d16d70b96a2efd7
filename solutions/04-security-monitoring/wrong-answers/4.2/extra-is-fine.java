// file: security/SignedManifest.java
// wrong: a file that no one signed may be there
public void requireExactly(Set<String> found) {
  for (SignedFile file : files) {
    if (!found.contains(file.path())) {
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
}
