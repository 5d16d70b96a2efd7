// file: security/SignedManifest.java
// wrong: a signed file may be gone
public void requireExactly(Set<String> found) {
  Set<String> extra = new TreeSet<>(found);
  files.forEach(file -> extra.remove(file.path()));
  for (String path : extra) {
    throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
  }
}
