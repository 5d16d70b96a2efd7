// file: extensions/Confinement.java
// wrong: refuses the directory that came late, and leaves it open
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen = look(directory, name);
  refuseAllBut(seen, seen.isDirectory(), name);
  SecureDirectoryStream<Path> next =
      directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
  BasicFileAttributes opened =
      next.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
  if (!Objects.equals(seen.fileKey(), opened.fileKey())) {
    throw changed(name);
  }
  return next;
}
