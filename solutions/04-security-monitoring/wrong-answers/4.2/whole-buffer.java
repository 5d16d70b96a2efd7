// file: security/SignedFile.java
// wrong: digests the whole buffer, however few bytes were read
public void copy(InputStream source, OutputStream copy) throws IOException {
  MessageDigest digest = Sha256.digest();
  byte[] buffer = new byte[8192];
  long copied = 0;
  int count = source.read(buffer);
  while (count >= 0) {
    copied += count;
    if (copied > size) {
      throw new UntrustedPluginException(Reason.CHANGED, path, size + " bytes", "more");
    }
    digest.update(buffer);
    copy.write(buffer, 0, count);
    count = source.read(buffer);
  }
  String found = HexFormat.of().formatHex(digest.digest());
  if (copied < size || !found.equals(sha256)) {
    throw new UntrustedPluginException(Reason.CHANGED, path, sha256, found);
  }
}
