// file: extensions/SnapshotFile.java
// wrong: writes over the only copy; a crash in the middle leaves neither content
public void write(byte[] content) throws IOException {
  disk.write(file, content);
  disk.force(file);
  disk.force(file.getParent());
}
