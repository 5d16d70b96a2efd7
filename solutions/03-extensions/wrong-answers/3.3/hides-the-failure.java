// file: extensions/SnapshotFile.java
// wrong: a disk that refuses is not told of
public void write(byte[] content) throws IOException {
  Path fresh = file.resolveSibling(file.getFileName() + ".new");
  try {
    disk.write(fresh, content);
    disk.force(fresh);
    disk.replace(fresh, file);
    disk.force(file.getParent());
  } catch (IOException e) {
    disk.read(fresh);
  }
}
