// file: security/SignedManifest.java
// wrong: takes the caller's set apart
public void requireExactly(Set<String> found) {
  for (SignedFile file : files) {
    if (!found.remove(file.path())) {
      Set<String> extra = new TreeSet<>(found);
      files.forEach(other -> extra.remove(other.path()));
      for (String path : extra) {
        throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
      }
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
  for (String path : new TreeSet<>(found)) {
    throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
  }
}
