// file: security/SignedManifest.java
// wrong: a file of another name counts as the signed one
// import java.util.Locale;
public void requireExactly(Set<String> found) {
  Set<String> extra = new TreeSet<>(found);
  Set<String> signed = new TreeSet<>();
  files.forEach(file -> signed.add(file.path().toLowerCase(Locale.ROOT)));
  extra.removeIf(path -> signed.contains(path.toLowerCase(Locale.ROOT)));
  for (String path : extra) {
    throw new UntrustedPluginException(Reason.EXTRA, path, "none", "a file");
  }
  Set<String> there = new TreeSet<>();
  found.forEach(path -> there.add(path.toLowerCase(Locale.ROOT)));
  for (SignedFile file : files) {
    if (!there.contains(file.path().toLowerCase(Locale.ROOT))) {
      throw new UntrustedPluginException(Reason.MISSING, file.path(), "a file", "none");
    }
  }
}
