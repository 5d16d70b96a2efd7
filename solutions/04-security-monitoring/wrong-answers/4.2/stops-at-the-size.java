// file: security/SignedFile.java
// wrong: looks at the first bytes only, and takes a file that goes on after them
public void copy(InputStream source, OutputStream copy) throws IOException {
  byte[] bytes = source.readNBytes((int) size);
  String found = Sha256.hex(bytes);
  if (bytes.length != size || !found.equals(sha256)) {
    throw new UntrustedPluginException(Reason.CHANGED, path, sha256, found);
  }
  copy.write(bytes);
}
