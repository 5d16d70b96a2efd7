// file: security/SignedManifest.java
// wrong: as many files as were signed are enough
public void requireExactly(Set<String> found) {
  if (found.size() > files.size()) {
    Set<String> extra = new TreeSet<>(found);
    files.forEach(file -> extra.remove(file.path()));
    for (String path : extra) {
      throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
    }
  }
  for (SignedFile file : files) {
    if (found.size() < files.size() && !found.contains(file.path())) {
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
}
