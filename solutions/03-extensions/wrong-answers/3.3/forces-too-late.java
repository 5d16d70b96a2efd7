// file: extensions/SnapshotFile.java
// wrong: forces the content when the name is on the disk already
public void write(byte[] content) throws IOException {
  Path fresh = file.resolveSibling(file.getFileName() + ".new");
  disk.write(fresh, content);
  disk.replace(fresh, file);
  disk.force(file.getParent());
  disk.force(file);
}
