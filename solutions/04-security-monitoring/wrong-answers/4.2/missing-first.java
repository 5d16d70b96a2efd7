// file: security/SignedManifest.java
// wrong: tells of the missing file, and not of the one that was put in its place
public void requireExactly(Set<String> found) {
  for (SignedFile file : files) {
    if (!found.contains(file.path())) {
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
  Set<String> extra = new TreeSet<>(found);
  files.forEach(file -> extra.remove(file.path()));
  for (String path : extra) {
    throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
  }
}
