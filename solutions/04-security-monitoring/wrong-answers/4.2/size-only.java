// file: security/SignedFile.java
// wrong: compares the lengths, and any byte may be another one
public void copy(InputStream source, OutputStream copy) throws IOException {
  byte[] buffer = new byte[8192];
  long copied = 0;
  int count = source.read(buffer);
  while (count >= 0) {
    copied += count;
    if (copied > size) {
      throw new UntrustedPluginException(Reason.CHANGED, path, size + " bytes", "more");
    }
    copy.write(buffer, 0, count);
    count = source.read(buffer);
  }
  if (copied < size) {
    throw new UntrustedPluginException(Reason.CHANGED, path, size + " bytes", "fewer");
  }
}
