// file: security/SignedFile.java
// wrong: takes one read for the whole file
public void copy(InputStream source, OutputStream copy) throws IOException {
  MessageDigest digest = Sha256.digest();
  byte[] buffer = new byte[(int) size + 1];
  int count = Math.max(0, source.read(buffer));
  digest.update(buffer, 0, count);
  String found = HexFormat.of().formatHex(digest.digest());
  if (count != size || !found.equals(sha256)) {
    throw new UntrustedPluginException(Reason.CHANGED, path, sha256, found);
  }
  copy.write(buffer, 0, count);
}
