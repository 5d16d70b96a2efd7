// file: security/SignedManifest.java
// wrong: which file is named depends on the order in which the disk tells them
public void requireExactly(Set<String> found) {
  for (String path : found) {
    boolean known = false;
    for (SignedFile file : files) {
      known |= file.path().equals(path);
    }
    if (!known) {
      throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
    }
  }
  for (SignedFile file : files) {
    if (!found.contains(file.path())) {
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
}
