// file: security/SignedFile.java
// wrong: reads all there is before it looks, and an attacker's file has no end
public void copy(InputStream source, OutputStream copy) throws IOException {
  byte[] all = source.readAllBytes();
  String found = Sha256.hex(all);
  if (all.length != size || !found.equals(sha256)) {
    throw new UntrustedPluginException(Reason.CHANGED, path, sha256, found);
  }
  copy.write(all);
}
