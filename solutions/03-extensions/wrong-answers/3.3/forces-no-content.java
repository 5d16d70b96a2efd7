// file: extensions/SnapshotFile.java
// wrong: the name may reach the disk before the content does
public void write(byte[] content) throws IOException {
  Path fresh = file.resolveSibling(file.getFileName() + ".new");
  disk.write(fresh, content);
  disk.replace(fresh, file);
  disk.force(file.getParent());
}
