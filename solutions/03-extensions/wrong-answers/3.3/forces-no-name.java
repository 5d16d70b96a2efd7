// file: extensions/SnapshotFile.java
// wrong: a power cut may bring the old name back after write has returned
public void write(byte[] content) throws IOException {
  Path fresh = file.resolveSibling(file.getFileName() + ".new");
  disk.write(fresh, content);
  disk.force(fresh);
  disk.replace(fresh, file);
}
